// Nobody there: the answers of somebody who left are cleared. After `quiet` seconds without a touch a question is asked
// with twenty seconds to answer it (WCAG 2.2.1), as often as somebody wants more time.
import { button, element } from "./kiosk-steps.js";

const quiet = 40;
const grace = 20;

export function watchIdle(words, giveUp) {
  const dialog = element("dialog", "kiosk-dialog");
  const title = element("h2", "", words.idleTitle);
  title.id = "kiosk-idle";
  const left = element("p", "lead");
  left.setAttribute("role", "timer");
  const more = button(words.more, "btn");
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, left, more);
  document.body.append(dialog);

  let watching = false;
  let timer;
  let seconds = 0;
  for (const kind of ["pointerdown", "keydown", "input", "wheel"]) document.addEventListener(kind, touch, { passive: true, capture: true });
  // The question goes when the finger is lifted from it, anywhere on the screen: gone earlier, the touch would fall on an answer below.
  dialog.addEventListener("click", goOn);
  dialog.addEventListener("cancel", goOn);

  function touch() {
    if (watching && !dialog.open) wait();
  }

  function goOn() {
    if (dialog.open) dialog.close();
    if (watching) wait();
  }

  function wait() {
    clearInterval(timer);
    clearTimeout(timer);
    timer = setTimeout(ask, quiet * 1000);
  }

  function ask() {
    seconds = grace;
    count();
    dialog.showModal();
    more.focus();
    timer = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) return count();
      stop();
      giveUp();
    }, 1000);
  }

  function count() {
    left.textContent = words.idle.replace("{n}", String(seconds));
  }

  function stop() {
    watching = false;
    clearInterval(timer);
    clearTimeout(timer);
    if (dialog.open) dialog.close();
  }

  return {
    start() {
      watching = true;
      wait();
    },
    stop,
  };
}
