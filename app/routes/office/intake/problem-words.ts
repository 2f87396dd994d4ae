import { receivedOldestDays } from "#app/domain/feedback/vocabulary.ts";
import { type ImportTarget, rowProblems } from "#app/domain/intake/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { fieldSentence } from "../../sentences.ts";

/** What is wrong in a row, as a sentence that names the column. */
export function problemWords(t: ReturnType<typeof i18nFor>["t"], { target, key }: { target: ImportTarget | null; key: string }): string {
  const own = rowProblems.find((problem) => problem === key);
  const said = own ? t(`intake:problem.${own}`, { days: String(receivedOldestDays.imported) }) : fieldSentence(t, key);
  return target ? t("intake:ofTarget", { target: t(`intake:target.${target}`), said }) : said;
}
