export type Row = { code: string; words: { vi: string; en: string }; from: number };

const tidy = (text: string | undefined) => (text ?? "").trim();

/** Rows `name.0.code`, `name.0.vi`, `name.0.en`, `name.0.from` of a form in their order; rows without anything are left out. */
export function rowsOf(form: Readonly<Record<string, string>>, name: string): Row[] {
  return Array.from({ length: 40 }, (_, index) => {
    const at = (part: string) => tidy(form[`${name}.${index}.${part}`]);
    return { code: at("code"), words: { vi: at("vi"), en: at("en") }, from: Number(at("from")) || 0 };
  }).filter(({ code, words }) => code !== "" || words.vi !== "" || words.en !== "");
}
