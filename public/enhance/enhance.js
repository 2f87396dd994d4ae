// Small help for pages that are whole without it. Loaded as a module; looks for attributes, adds nothing else.
// The office loads it when React has taken the page over, and says `page-changed` when there is something new to look at.
import { askInOrder } from "./ask.js";
import { countDown } from "./count.js";
import { forgetDraft, keepDraft, keepInTab } from "./draft.js";

const office = '[data-room="office"] form[method="post"]';
const seen = new WeakSet();

enhance();
document.addEventListener("page-changed", enhance);

function enhance() {
  for (const area of fresh('[data-room="portal"] [data-enhance="count"]')) countDown(area);
  for (const mark of fresh("[data-draft-clear]")) forgetDraft(mark.dataset.draftClear);
  for (const form of fresh(`form[data-draft], form[data-once], ${office}`)) {
    if (form.matches("[data-draft]")) keepDraft(form);
    else if (form.matches(office) && form.querySelector("textarea")) keepInTab(form);
    if (form.matches("[data-asks]")) askInOrder(form);
    if (form.matches(`[data-once], ${office}`)) sendOnce(form);
  }
  for (const button of fresh('[data-enhance="print"]')) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  fresh("[data-focus]")[0]?.focus();
  document.documentElement.dataset.enhanced = "";
}

function fresh(selector) {
  const found = [...document.querySelectorAll(selector)].filter((node) => !seen.has(node));
  for (const node of found) seen.add(node);
  return found;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target instanceof Element ? event.target.closest("details[data-fold][open]") : null;
  if (!open) return;
  open.open = false;
  open.querySelector("summary")?.focus();
});
document.addEventListener("click", (event) => {
  for (const fold of document.querySelectorAll("details[data-fold][open]")) {
    if (!fold.contains(event.target)) fold.open = false;
  }
});

// The button stays enabled, so that its name and value are sent; the second press is dropped.
function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) return event.preventDefault();
    sent = true;
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(again, 15000);
  });
  // Coming back by the browser's own button shows the page as it was left; in the office the answer may come into the page.
  window.addEventListener("pageshow", again);
  document.addEventListener("page-changed", again);

  function again() {
    sent = false;
    for (const button of form.querySelectorAll('[aria-disabled="true"]')) button.removeAttribute("aria-disabled");
  }
}
