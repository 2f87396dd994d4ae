// Small help for pages that are whole without it. Loaded as a module; looks for attributes, adds nothing else.
import { countDown } from "./count.js";
import { forgetDraft, keepDraft } from "./draft.js";

for (const area of document.querySelectorAll('[data-enhance="count"]')) countDown(area);
for (const mark of document.querySelectorAll("[data-draft-clear]")) forgetDraft(mark.dataset.draftClear);
for (const form of document.querySelectorAll("form[data-draft]")) keepDraft(form);
for (const form of document.querySelectorAll("form[data-once]")) sendOnce(form);
for (const button of document.querySelectorAll('[data-enhance="print"]')) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
document.querySelector("[data-focus]")?.focus();

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
  // Coming back by the browser's own button shows the page as it was left.
  window.addEventListener("pageshow", again);

  function again() {
    sent = false;
    for (const button of form.querySelectorAll('[aria-disabled="true"]')) button.removeAttribute("aria-disabled");
  }
}
