// Keeps what was typed in a form on this device for three days. Never passwords, files, hidden fields,
// nor fields marked data-draft-skip. One press forgets it, and so does the receipt page (data-draft-clear).

const prefix = "lang-nghe:draft:";
const threeDays = 3 * 24 * 60 * 60 * 1000;

export function forgetDraft(key) {
  const store = storage();
  if (key) store?.removeItem(prefix + key);
}

export function keepDraft(form) {
  const store = storage();
  if (!store) return;

  const key = prefix + form.dataset.draft;
  const note = noteOf(form);
  const found = read(store, key);
  // What the server sent back with an error is newer than any draft.
  if (found && !form.querySelector('[aria-invalid="true"], [data-invalid]') && fill(form, found)) {
    // What was filled in before was not filled in within these few seconds.
    form.querySelector("[data-started]")?.remove();
    say(note, form.dataset.draftRestored, form.dataset.draftDiscard, () => {
      store.removeItem(key);
      form.reset();
      note.replaceChildren();
    });
  }

  let pause;
  const keep = () => {
    clearTimeout(pause);
    const values = valuesOf(form);
    if (values.length === 0) return store.removeItem(key);
    try {
      store.setItem(key, JSON.stringify({ at: Date.now(), values }));
    } catch {
      return; // No room on this device: the form itself is unharmed.
    }
    if (!note.firstChild) say(note, form.dataset.draftSaved);
  };
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(keep, 800);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && pause) keep();
  });
}

// In the office what was typed survives a reload, in this tab only, until it is sent: others work at the same desk.
export function keepInTab(form) {
  const key = `${prefix}${location.pathname} ${form.id || [...document.forms].indexOf(form)}`;
  try {
    fill(form, JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  } catch {
    return; // Refused by the browser's settings.
  }

  form.addEventListener("input", () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(valuesOf(form)));
    } catch {
      return; // No room in this tab: the form itself is unharmed.
    }
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null; // Refused by the browser's settings.
  }
}

function read(store, key) {
  try {
    const found = JSON.parse(store.getItem(key) ?? "null");
    if (!found || !Array.isArray(found.values)) return null;
    if (Date.now() - found.at < threeDays) return found.values;
    store.removeItem(key);
  } catch {
    store.removeItem(key);
  }
  return null;
}

function fields(form) {
  const never = new Set(["password", "file", "hidden", "submit", "button", "reset", "image"]);
  return [...form.elements].filter(
    (field) => field.name && !never.has(field.type) && !field.closest("[data-draft-skip], [aria-hidden='true']") && field.tagName !== "FIELDSET",
  );
}

function isChoice(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function valuesOf(form) {
  return fields(form)
    .filter((field) => (isChoice(field) ? field.checked : field.value !== ""))
    .map((field) => [field.name, field.value]);
}

// Fills only what is still as the server sent it; true when anything changed.
function fill(form, values) {
  let changed = false;
  for (const field of fields(form)) {
    const kept = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (kept.length === 0) continue;
    if (isChoice(field)) {
      const wanted = kept.includes(field.value);
      if (field.checked === wanted) continue;
      field.checked = wanted;
    } else {
      if (field.value !== "" || field.value === kept[0]) continue;
      field.value = kept[0];
    }
    changed = true;
    field.dispatchEvent(new Event("input", { bubbles: false }));
  }
  return changed;
}

function noteOf(form) {
  const note = document.createElement("p");
  note.className = "small muted cluster";
  note.setAttribute("role", "status");
  const end = form.querySelector(".submit");
  if (end) end.prepend(note);
  else form.append(note);
  return note;
}

function say(note, sentence, act, whenPressed) {
  if (!sentence) return;
  note.replaceChildren(sentence);
  if (!act) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet btn-small";
  button.textContent = act;
  button.addEventListener("click", whenPressed);
  note.append(" ", button);
}
