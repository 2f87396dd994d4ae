import { type ListTarget, transactionProblems } from "#app/domain/samples/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { fieldSentence } from "../../sentences.ts";

/** What is wrong in a row of a list, as a sentence that names the column. */
export function problemWords(t: ReturnType<typeof i18nFor>["t"], { target, key }: { target: ListTarget | null; key: string }): string {
  const own = transactionProblems.find((problem) => problem === key);
  const said = own ? t(`samples:problem.${own}`) : fieldSentence(t, key);
  return target ? t("samples:ofTarget", { target: t(`samples:target.${target}`), said }) : said;
}
