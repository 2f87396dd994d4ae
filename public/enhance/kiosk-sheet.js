// A filled form as the body that the API takes: names begin with a. (five levels), c. (other choices), r. (places of a
// ranking, r.question:option) or t. (texts).

export function sheetOf(form, seconds) {
  const body = { answers: {}, choices: {}, texts: {}, seconds };
  const fields = new FormData(form);
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name).filter((value) => value !== "");
    const code = name.slice(2);
    if (values.length === 0) continue;
    if (name.startsWith("a.")) body.answers[code] = /^\d$/.test(values[0]) ? Number(values[0]) : values[0];
    else if (name.startsWith("c.")) body.choices[code] = values.length > 1 ? values : values[0];
    else if (name.startsWith("r.")) {
      const [question, option] = code.split(":");
      body.choices[question] = { ...body.choices[question], [option]: values[0] };
    } else if (name.startsWith("t.")) body.texts[code] = values[0];
  }
  return body;
}

/** A key of its own for each sheet, also where the page came by a plain address (no secure context). */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
