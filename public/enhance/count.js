// Replaces the standing note (“Tối đa 2.000 ký tự.”) by what is left; told to screen readers after a pause in typing.

export function countDown(area) {
  const note = document.getElementById(`${area.id}-note`);
  const { limit, left, over } = area.dataset;
  if (!note || !limit || !left) return;

  const number = new Intl.NumberFormat(document.documentElement.lang || "vi");
  const spoken = document.createElement("span");
  spoken.className = "seen-only-by-ear";
  spoken.setAttribute("role", "status");
  note.after(spoken);

  let pause;
  area.addEventListener("input", show);
  show();

  function show() {
    const rest = Number(limit) - lengthOf(area.value);
    const sentence = (rest < 0 && over ? over : left).replace("{n}", number.format(Math.abs(rest)));
    note.textContent = sentence;
    note.toggleAttribute("data-over", rest < 0);
    clearTimeout(pause);
    if (document.activeElement === area) pause = setTimeout(() => (spoken.textContent = sentence), 1500);
  }
}

// A browser sends line breaks as two characters but a server counts one: so do we.
function lengthOf(text) {
  return text.replace(/\r\n?/g, "\n").length;
}
