import type { Localised } from "../publishing/index.server.ts";
import type { SheetLayout } from "../surveys/sheet-layout.ts";

export type RemarkTag = {
  code: string;
  name: Localised;
  /** The factor it is a criterion of; null for factors, criteria of none, and own tags. */
  factor: string | null;
  own: boolean;
};

/** Tags that come with a questionnaire: each factor, followed by its criteria; then criteria of no factor. */
export function shippedTags({ questionnaire: { factors, questions } }: SheetLayout): RemarkTag[] {
  const asked = questions.filter(({ kind, part }) => (kind === "scale5" || kind === "scale3") && (part === "service" || part === "policy"));
  const criteriaOf = (factor: string | null): RemarkTag[] =>
    asked.filter((question) => (question.factor ?? null) === factor).map(({ code, text }) => ({ code, name: text, factor, own: false }));
  const all = [...factors.flatMap(({ code, name }) => [{ code, name, factor: null, own: false }, ...criteriaOf(code)]), ...criteriaOf(null)];
  // A code that a factor and a criterion share is the factor's.
  return all.filter(({ code }, index) => all.findIndex((one) => one.code === code) === index);
}
