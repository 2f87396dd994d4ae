import type { EventRow } from "#app/domain/audit/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { actWords } from "../act-words.ts";

type Text = ReturnType<typeof i18nFor>["t"];

/** An event of the trace in words; its facts stay as they were recorded. */
export function toEventLine(t: Text, lang: Language, event: EventRow) {
  return {
    seq: event.seq,
    at: formatInstant(lang, event.at),
    who: event.official?.name ?? t(event.actor === "sender" ? "office:audit.sender" : "office:audit.portal"),
    officialId: event.official?.id ?? null,
    act: actWords(t, event.act),
    code: event.act,
    about: t(`office:audit.subjects.${event.subject}`),
    subjectId: event.subjectId,
    facts: factsInWords(t, event.data),
    hash: event.hash,
  };
}

export type EventLine = ReturnType<typeof toEventLine>;

/** Facts as “sang: Đã tiếp nhận”. What has no words of its own is said as it was recorded. */
function factsInWords(t: Text, data: Record<string, unknown>): string[] {
  const lookUp = t as (key: string, options: { defaultValue: string }) => string;
  return Object.entries(data)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => {
      const words = wordsOf[name];
      const said = words ? lookUp(`words:${words}.${String(value)}`, { defaultValue: String(value) }) : String(value);
      return `${lookUp(`office:fact.${name}`, { defaultValue: name })}: ${said}`;
    });
}

/** Facts whose values are words of a vocabulary. */
const wordsOf: Readonly<Record<string, string>> = { from: "caseState", to: "caseState", kind: "caseKind", channel: "channel", role: "role" };

const reasons = {
  "the event was changed": "changed",
  "an event is missing": "missing",
  "the link to the event before is wrong": "link",
  "the end of the chain was cut": "cut",
} as const;

/** Why the chain broke, in words. */
export const reasonOf = (t: Text, reason: keyof typeof reasons): string => t(`office:audit.reason.${reasons[reason]}`);
