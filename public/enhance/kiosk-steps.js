// Shows a questionnaire one question at a time. A touch on an answer goes on by itself; with the keyboard “next” does.
// Questions that are for some people only are passed over for the others.

export function openSteps(root, rules, words) {
  const form = root.querySelector("form");
  form.autocomplete = "off";
  form.noValidate = true;
  const submit = form.querySelector(".submit");
  const questions = [...form.querySelectorAll("fieldset, .field")].filter(
    (node) => node.querySelector("[name]") && !node.parentElement.closest("fieldset, .field") && !node.closest("[aria-hidden='true']"),
  );
  const screens = [...questions, submit];
  for (const screen of screens) {
    screen.dataset.step = "";
    screen.tabIndex = -1;
  }

  const bar = element("div", "kiosk-steps");
  const count = element("p", "kiosk-count");
  count.setAttribute("role", "status");
  const meter = document.createElement("progress");
  meter.setAttribute("aria-hidden", "true");
  const problem = element("p", "field-error kiosk-problem");
  problem.setAttribute("role", "alert");
  const back = button(words.back, "btn btn-secondary");
  const next = button(words.next, "btn");
  const row = element("div", "btn-row");
  row.append(back, next);
  bar.append(count, meter);
  form.prepend(bar, problem);
  form.append(row);
  root.dataset.steps = "";

  let now = 0;
  // A change comes right after a finger or the mouse was lifted; an arrow key has nothing before it.
  let liftedAt = -Infinity;
  form.addEventListener("pointerup", () => (liftedAt = performance.now()));
  const touched = () => performance.now() - liftedAt < 700;
  back.addEventListener("click", () => show(before(now)));
  next.addEventListener("click", () => goOn());
  form.addEventListener("change", (event) => {
    problem.textContent = "";
    if (event.target.type === "radio" && touched()) setTimeout(() => goOn(), 250);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.localName === "textarea" || event.target.localName === "button") return;
    event.preventDefault();
    goOn();
  });
  function goOn() {
    const screen = screens[now];
    if (screen !== submit && isMissing(screen)) {
      problem.textContent = words.required;
      screen.focus();
      return;
    }
    const to = after(now);
    if (to !== now) show(to);
  }

  // The places of a ranking are fields of one question.
  const questionOf = (name) => name.replace(/^r\.([^:]*):.*$/, "c.$1");
  const fieldsOf = (screen) => [...new Set([...screen.querySelectorAll("[name]")].map(({ name }) => questionOf(name)))];
  const valuesOf = (asked) => [...new FormData(form)].flatMap(([name, value]) => (questionOf(name) === asked && value !== "" ? [value] : []));
  const ruleOf = (name) => rules.find((rule) => rule.name === name);

  function isMissing(screen) {
    return fieldsOf(screen).some((name) => ruleOf(name)?.required && isAsked(name) && valuesOf(name).length === 0);
  }

  function isAsked(name) {
    const condition = ruleOf(name)?.onlyIf;
    return !condition || (isAsked(condition.name) && valuesOf(condition.name).some((value) => condition.in.includes(value)));
  }

  const isShown = (screen) => screen === submit || fieldsOf(screen).some(isAsked);
  function after(from) {
    for (let at = from + 1; at < screens.length; at += 1) if (isShown(screens[at])) return at;
    return from;
  }
  function before(from) {
    for (let at = from - 1; at >= 0; at -= 1) if (isShown(screens[at])) return at;
    return from;
  }

  function show(at, { focus = true } = {}) {
    now = at;
    problem.textContent = "";
    const asked = screens.filter((screen) => screen !== submit && isShown(screen));
    for (const screen of screens) screen.toggleAttribute("data-now", screen === screens[at]);
    for (const section of form.querySelectorAll("section, .section")) section.hidden = !section.querySelector("[data-now]");
    const place = asked.indexOf(screens[at]);
    const isLast = screens[at] === submit;
    count.textContent = isLast ? words.last : words.step.replace("{n}", String(place + 1)).replace("{all}", String(asked.length));
    meter.max = asked.length;
    meter.value = isLast ? asked.length : place;
    back.hidden = before(at) === at;
    next.hidden = isLast;
    if (focus) screens[at].focus();
    window.scrollTo(0, 0);
  }

  return {
    form,
    start: () => show(0),
    /** Fresh, as for the first customer of the day. */
    reset() {
      form.reset();
      problem.textContent = "";
      for (const kept of form.querySelectorAll("[aria-disabled]")) kept.removeAttribute("aria-disabled");
      show(0, { focus: false });
    },
    /** Goes to the question that the portal did not understand. */
    showWrong(code, sentence) {
      const at = screens.findIndex((screen) => fieldsOf(screen).some((name) => name.slice(2) === code));
      show(at === -1 ? 0 : at);
      problem.textContent = sentence;
    },
  };
}

export function element(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

export function button(text, className) {
  const node = element("button", className, text);
  node.type = "button";
  return node;
}
