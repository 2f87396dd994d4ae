import type { DeadlineTone } from "#app/components/ui/deadline.tsx";
import type { Tone } from "#app/components/ui/tag.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { DueWords } from "#app/domain/calendar/due-words.ts";
import type { CaseKind, CaseState } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { dueInWords } from "../../feedback/clock-words.ts";

type Item = {
  code: string;
  kind: CaseKind;
  state: CaseState;
  subject: string;
  urgent: boolean;
  unit: { nameVi: string; nameEn: string } | null;
  nextDueOn: string | null;
  due: DueWords | null;
};

/** A case as one line of a work list, in words. */
export type WorkLine = {
  code: string;
  subject: string;
  kind: string;
  state: string;
  stateTone: Tone;
  unit: string | null;
  due: { words: string; tone: DeadlineTone; day: string; dateTime: string } | null;
};

export function toWorkLine(t: ReturnType<typeof i18nFor>["t"], lang: Language, item: Item): WorkLine {
  return {
    code: item.code,
    subject: item.subject,
    kind: t(`words:caseKind.${item.kind}`),
    state: t(`words:caseState.${item.state}`),
    stateTone: item.urgent ? "bad" : "neutral",
    unit: item.unit ? inLanguage(lang, { vi: item.unit.nameVi, en: item.unit.nameEn }) : null,
    due:
      item.due && item.nextDueOn ? { ...dueInWords(t, item.due, "publish"), day: formatDay(lang, item.nextDueOn), dateTime: item.nextDueOn } : null,
  };
}
