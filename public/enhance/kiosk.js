// The script of a device at a desk: start screen, one question at a time, thanks, and back to the start. Without it the
// page is a plain form. Nothing of a customer stays: not on the screen, not behind the back button, and in storage only
// what still has to be sent.
import { watchIdle } from "./kiosk-idle.js";
import { openQueue } from "./kiosk-queue.js";
import { openService } from "./kiosk-service.js";
import { newKey, sheetOf } from "./kiosk-sheet.js";
import { button, element, openSteps } from "./kiosk-steps.js";

const thanksSeconds = 8;
const kiosk = document.querySelector("[data-kiosk]");
const words = JSON.parse(kiosk.dataset.words);
const { round, token = "", name = "" } = kiosk.dataset;
const lang = document.documentElement.lang;
const start = kiosk.querySelector("[data-kiosk-start]");
const sheet = kiosk.querySelector("[data-kiosk-form]");
const act = (what) => kiosk.querySelector(`[data-kiosk-act="${what}"]`);

let queue;
const service = openService(act("service"), words, name, () => queue);
queue = await openQueue({ token, tooOld: words.tooOld, changed: (counts) => service.show(counts) });
await queue.tell();
void queue.flush();
window.addEventListener("online", () => queue.flush());
setInterval(() => queue.flush(), 30_000);

const fullScreen = act("full-screen");
if (document.documentElement.requestFullscreen) {
  fullScreen.hidden = false;
  fullScreen.addEventListener("click", () => {
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  });
}

if (start && sheet) run();
else if (kiosk.querySelector("[data-kiosk-thanks]")) location.replace(kiosk.dataset.kiosk);
if (round) void keepForOffline();
kiosk.dataset.ready = "";

function run() {
  const steps = openSteps(sheet, JSON.parse(kiosk.dataset.rules), words);
  const thanks = element("section", "kiosk-start");
  thanks.setAttribute("aria-live", "polite");
  thanks.hidden = true;
  sheet.after(thanks);
  let startedAt = 0;
  let back;

  const idle = watchIdle(words, toStart);
  const stop = button(words.stop, "btn btn-quiet");
  steps.form.lastElementChild.append(stop);
  stop.addEventListener("click", toStart);
  start.querySelector("[data-kiosk-hint]").hidden = false;
  act("start").hidden = false;
  act("start").addEventListener("click", () => {
    show(sheet);
    startedAt = performance.now();
    steps.start();
    idle.start();
  });
  // The browser's own memory of the page must not bring answers back.
  window.addEventListener("pageshow", (event) => event.persisted && toStart());
  steps.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!sheet.hidden) void send();
  });
  toStart();

  function show(screen) {
    for (const one of [start, sheet, thanks]) one.hidden = one !== screen;
    kiosk.dataset.screen = screen === start ? "start" : screen === sheet ? "form" : "thanks";
  }

  function toStart() {
    clearInterval(back);
    idle.stop();
    service.close();
    steps.reset();
    thanks.replaceChildren();
    show(start);
    // The form may be sent again (enhance.js lets each be sent once).
    document.dispatchEvent(new Event("page-changed"));
  }

  async function send() {
    idle.stop();
    const item = { key: newKey(), round, lang, body: sheetOf(steps.form, Math.round((performance.now() - startedAt) / 1000)) };
    await queue.keep(item);
    thanks.replaceChildren(element("p", "lead", words.sending));
    show(thanks);
    const { came, status, detail, errors } = await Promise.race([
      queue.send(item),
      new Promise((done) => setTimeout(() => done({ came: "later" }), 5000)),
    ]);
    if (came === "refused" && status === 422) {
      await queue.forget(item.key);
      show(sheet);
      steps.showWrong(errors[0]?.field, errors[0]?.detail ?? detail);
      idle.start();
      return;
    }
    if (came === "refused") await queue.setAside(item, detail);
    await queue.tell();
    sayThanks(came === "stored" ? words.stored : words.kept);
  }

  function sayThanks(sentence) {
    steps.reset();
    const title = element("h1", "", words.thanks);
    title.tabIndex = -1;
    const soon = element("p", "muted");
    const again = button(words.again, "btn");
    again.addEventListener("click", toStart);
    thanks.replaceChildren(title, element("p", "lead", sentence), soon, again);
    show(thanks);
    title.focus();
    let left = thanksSeconds;
    const say = () => (soon.textContent = words.soon.replace("{n}", String(left)));
    say();
    soon.setAttribute("aria-live", "off");
    back = setInterval(() => {
      left -= 1;
      if (left > 0) say();
      else toStart();
    }, 1000);
  }
}

/** Lets this page, in both languages, open while the line is down. */
async function keepForOffline() {
  const other = document.querySelector("[data-kiosk-language]");
  for (const path of [kiosk.dataset.kiosk, other ? new URL(other.href).pathname : null]) {
    if (path) await navigator.serviceWorker?.register(`${path}.js`, { scope: path }).catch(() => undefined);
  }
}
