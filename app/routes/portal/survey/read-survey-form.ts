import { data } from "@remix-run/node";

/** Names of the form's fields: `a.` five levels, `c.` other closed questions, `t.` texts, each followed by the question's code. */
export const answerName = (code: string) => `a.${code}`;
export const choiceName = (code: string) => `c.${code}`;
export const textName = (code: string) => `t.${code}`;
/** `r.` the place of one option in a ranking. Codes have no colon. */
export const rankName = (code: string, option: string) => `r.${code}:${option}`;
/** A field no person sees. */
export const potName = "more";

/** What was typed, by field name, so that a form that comes back still holds it. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/**
 * A posted survey form as what was typed and as an answer sheet. Nothing is checked here: the sheet is read against its
 * questionnaire by the domain. Answers arrive as text; “0” says “no opinion”.
 * @throws a 400 answer when the body is no form
 */
export async function readSurveyForm(request: Request) {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });

  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.length > 60 || fields.size > 400) continue;
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll("\0", "").slice(0, 20_000)].slice(-40));
  }
  const typed: Typed = Object.fromEntries(fields);
  const named = (prefix: string) =>
    [...fields].flatMap(([name, values]) =>
      name.startsWith(prefix) && values.some((value) => value !== "") ? [[name.slice(prefix.length), values] as const] : [],
    );
  const one = (name: string) => fields.get(name)?.[0] || null;

  return {
    typed,
    key: one("key"),
    isSuspect: one(potName) !== null,
    sheet: {
      answers: Object.fromEntries(named("a.").map(([code, values]) => [code, /^\d$/.test(values[0] ?? "") ? Number(values[0]) : values[0]])),
      choices: {
        ...Object.fromEntries(named("c.").map(([code, values]) => [code, values.length > 1 ? values : values[0]])),
        ...ranksOf(named("r.")),
      },
      texts: Object.fromEntries(named("t.").map(([code, values]) => [code, values[0]])),
      unit: one("unit"),
      procedure: one("procedure"),
    },
  };
}

/** Question → option → rank. */
function ranksOf(fields: readonly (readonly [string, string[]])[]): Record<string, Record<string, string>> {
  const ranks = new Map<string, Record<string, string>>();
  for (const [name, [rank = ""]] of fields) {
    const [code = "", option = ""] = name.split(":");
    ranks.set(code, { ...ranks.get(code), [option]: rank });
  }
  return Object.fromEntries(ranks);
}
