// Hides the questions that are not for whoever chose something else before. Without this they are shown with their condition.

export function askInOrder(form) {
  const parts = [...form.querySelectorAll("[data-asked-if]")].filter((part) => part.dataset.askedValues !== "");
  if (parts.length === 0) return;
  form.addEventListener("change", look);
  form.addEventListener("reset", () => setTimeout(look));
  // A draft may be filled in, and the back button brings answers, after this ran.
  window.addEventListener("pageshow", look);
  setTimeout(look);

  // Conditions look back only, so one pass from the top is enough: an answer that is hidden itself asks for nothing.
  function look() {
    for (const part of parts) {
      const wanted = part.dataset.askedValues.split(" ");
      const chosen = [...form.querySelectorAll(`[name="${CSS.escape(part.dataset.askedIf)}"]:checked`)];
      part.hidden = !chosen.some((input) => wanted.includes(input.value) && !input.closest("[data-asked-if][hidden]"));
    }
  }
}
