import { caseFields, caseKinds, conclusions } from "#app/domain/feedback/vocabulary.ts";
import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { daysInWords, type Text } from "../../feedback/clock-words.ts";

export type Answered = { code: string; title: string; question: string; answer: string; language: Language; meta: string[] };

/** Words of a public copy's lists; a value of an older list stands for itself. */
export const kindWord = (t: Text, value: string): string => wordOf(caseKinds, value, (kind) => t(`words:caseKind.${kind}`));
export const fieldWord = (t: Text, value: string): string => wordOf(caseFields, value, (field) => t(`words:caseField.${field}`));
export const conclusionWord = (t: Text, value: string): string => wordOf(conclusions, value, (conclusion) => t(`words:conclusion.${conclusion}`));

function wordOf<Value extends string>(list: readonly Value[], value: string, inWords: (value: Value) => string): string {
  const known = list.find((one) => one === value);
  return known ? inWords(known) : value;
}

/** “trả lời sớm 3 ngày làm việc so với hạn”, from the public copy alone. */
export function spareWords(t: Text, { kind, daysToSpare, onTime }: Pick<PublicContent["case"], "kind" | "daysToSpare" | "onTime">): string {
  // Due on Friday, answered on Sunday: late, though no working day lies between.
  if (daysToSpare === 0) return t(onTime ? "feedback:clock.answered_on_the_day" : "feedback:page.late");
  const days = daysInWords(t, Math.abs(daysToSpare), kind === "phan_anh_hien_truong" ? "calendar_days" : "working_days");
  return t(daysToSpare > 0 ? "feedback:clock.answered_early" : "feedback:clock.answered_late", { days });
}

/** A public case as one entry of a list, shortened. */
export function toAnswered(t: Text, lang: Language, content: PublicContent["case"]): Answered {
  const { code, title, question, answer, language, kind, unit, answeredOn } = content;
  return {
    code,
    title,
    question: shorten(question),
    answer: shorten(answer),
    language,
    meta: [kindWord(t, kind), inLanguage(lang, unit.name), formatDay(lang, answeredOn), spareWords(t, content)],
  };
}

const shorten = (text: string) => (text.length > 260 ? `${text.slice(0, 260).replace(/\s+\S*$/, "")}…` : text);
