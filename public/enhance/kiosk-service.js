// The small view for whoever looks after the device: how many forms wait, which were refused and why. No answers.
import { button, element } from "./kiosk-steps.js";

export function openService(opener, words, name, queue) {
  const dialog = element("dialog", "kiosk-dialog");
  const title = element("h2", "", words.title);
  title.id = "kiosk-service";
  const body = element("div", "stack stack-tight");
  const row = element("div", "btn-row");
  const close = button(words.close, "btn btn-secondary");
  const send = button(words.send, "btn");
  const retry = button(words.retry, "btn btn-secondary");
  row.append(send, retry, close);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, body, row);
  document.body.append(dialog);

  let known = { waiting: 0, aside: [] };
  opener.hidden = false;
  opener.addEventListener("click", () => {
    draw();
    dialog.showModal();
  });
  close.addEventListener("click", () => dialog.close());
  send.addEventListener("click", () => queue().flush());
  retry.addEventListener("click", async () => {
    await queue().retryAside();
    await queue().flush();
  });
  for (const kind of ["online", "offline"]) window.addEventListener(kind, draw);

  function draw() {
    const count = known.waiting + known.aside.length;
    opener.textContent = count > 0 ? words.waiting.replace("{n}", String(count)) : words.title;
    const lines = [
      words.name.replace("{name}", name),
      navigator.onLine ? words.online : words.offline,
      known.waiting > 0 ? words.waiting.replace("{n}", String(known.waiting)) : words.none,
    ];
    if (queue()?.isLasting === false) lines.push(words.noStore);
    body.replaceChildren(...lines.map((line) => element("p", "", line)));
    retry.hidden = known.aside.length === 0;
    if (known.aside.length === 0) return;
    body.append(element("p", "", words.aside.replace("{n}", String(known.aside.length))), element("p", "small muted", words.asideDetail));
    const list = document.createElement("ul");
    const reasons = Map.groupBy ? [...Map.groupBy(known.aside, ({ reason }) => reason)] : known.aside.map((one) => [one.reason, [one]]);
    list.append(...reasons.map(([reason, items]) => element("li", "", items.length > 1 ? `${reason} (${items.length})` : reason)));
    body.append(list);
  }

  return {
    show(counts) {
      known = counts;
      draw();
    },
    close: () => dialog.open && dialog.close(),
  };
}
