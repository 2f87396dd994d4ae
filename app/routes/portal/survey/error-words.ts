import type { useText } from "#app/i18n/use-text.ts";
import type { FormView } from "./form-view.server.ts";

/** Field → keys, as the domain gives them. */
export type SheetErrors = Readonly<Record<string, readonly string[]>>;

/** The first error of each field as a sentence that says what to do, in the order of the form. */
export function errorWords(t: ReturnType<typeof useText>, view: FormView, errors: SheetErrors): ReadonlyMap<string, string> {
  const scale = [...view.factors.flatMap(({ statements }) => statements), ...view.others].map(({ code }) => code);
  const order = ["unit", "procedure", "slip", "answers", ...scale, ...[...view.process, ...view.texts, ...view.profile].map(({ code }) => code)];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);

  function sentence(field: string, key: string | undefined): string {
    if (field === "unit") return t("surveys:error.unit");
    if (field === "procedure") return t("surveys:error.unknown_procedure");
    if (field === "answers") return t("surveys:error.no_answer");
    if (key === "too_long") return t("surveys:error.too_long", { max: String(view.textMaxLength) });
    if (key === "not_a_choice") return t("surveys:error.not_a_choice");
    if (!scale.includes(field)) return t("surveys:error.other");
    return key === "required" ? t("surveys:error.required") : t("surveys:error.out_of_scale");
  }
  return new Map(
    Object.entries(errors)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([field, keys]) => [field, sentence(field, keys[0])]),
  );
}
