import type { useText } from "#app/i18n/use-text.ts";
import type { FormQuestion, FormView } from "./form-view.server.ts";

/** Field → keys, as the domain gives them. */
export type SheetErrors = Readonly<Record<string, readonly string[]>>;

/** The first error of each field as a sentence that says what to do, in the order of the form. */
export function errorWords(t: ReturnType<typeof useText>, view: FormView, errors: SheetErrors): ReadonlyMap<string, string> {
  const questions = view.sections.flatMap((section) => section.questions);
  const order = ["unit", "procedure", "slip", "answers", ...questions.map(({ code }) => code)];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);

  function sentence(field: string, key: string | undefined): string {
    if (field === "unit") return t("surveys:error.unit");
    if (field === "procedure") return t("surveys:error.unknown_procedure");
    if (field === "answers") return t("surveys:error.no_answer");
    if (key === "too_long") return t("surveys:error.too_long", { max: String(view.textMaxLength) });
    const question = questions.find(({ code }) => code === field);
    return question ? sentenceAt(t, question, key) : t("surveys:error.other");
  }
  return new Map(
    Object.entries(errors)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([field, keys]) => [field, sentence(field, keys[0])]),
  );
}

function sentenceAt(t: ReturnType<typeof useText>, { kind, most, range, notApplicable }: FormQuestion, key: string | undefined): string {
  if (kind === "scale5") {
    if (key !== "required") return t("surveys:error.out_of_scale");
    return t(notApplicable ? "surveys:error.requiredOrNone" : "surveys:error.required");
  }
  if (key === "required") return t("surveys:error.unanswered");
  if (key === "too_many") return t("surveys:error.too_many", { most: String(most ?? "") });
  if (range) return t("surveys:error.number", { min: String(range.min), max: String(range.max) });
  if (kind === "ranking") return t("surveys:error.rank");
  return key === "not_a_choice" ? t("surveys:error.not_a_choice") : t("surveys:error.other");
}
