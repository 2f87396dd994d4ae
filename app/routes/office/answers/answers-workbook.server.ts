import type { Language } from "#app/domain/content/vocabulary.ts";
import type { Codebook } from "#app/domain/surveys/codebook.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { streamWorkbook } from "#app/platform/documents/stream-workbook.server.ts";

type Cell = string | number | null;

/** Raw answers as XLSX: a sheet of answers, and one that says what each column and number means. */
export function answersWorkbook(
  t: ReturnType<typeof i18nFor>["t"],
  lang: Language,
  { columns }: Codebook,
  rows: AsyncGenerator<Cell[][]>,
  now: Date,
): ReadableStream<Uint8Array> {
  const meanings = columns.flatMap(({ name, label, values }): Cell[][] => {
    const words = inLanguage(lang, label);
    return values.length === 0 ? [[name, words, null, null]] : values.map((one) => [name, words, one.value, inLanguage(lang, one.label)]);
  });
  async function* told() {
    yield meanings;
  }
  return streamWorkbook(
    [
      { name: t("answers:dataSheet"), headers: columns.map(({ name }) => name), rows },
      {
        name: t("answers:codeSheet"),
        headers: [t("answers:column"), t("answers:meaning"), t("answers:value"), t("answers:label")],
        rows: told(),
      },
    ],
    now,
  );
}
