import type { WorkItem } from "#app/domain/feedback/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { dueInWords, type Text } from "../../feedback/clock-words.ts";

/** A case as one row of a work list, in words. */
export function toCaseRow(t: Text, lang: Language, item: WorkItem) {
  return {
    code: item.code,
    revision: item.revision,
    subject: item.subject,
    urgent: item.urgent,
    kind: t(`words:caseKind.${item.kind}`),
    state: t(`words:caseState.${item.state}`),
    unit: item.unit ? inLanguage(lang, { vi: item.unit.nameVi, en: item.unit.nameEn }) : null,
    handler: item.handler,
    received: formatDay(lang, item.receivedOn),
    due: item.due && item.nextDueOn ? { ...dueInWords(t, item.due), date: formatDay(lang, item.nextDueOn), dateTime: item.nextDueOn } : null,
  };
}

export type CaseRow = ReturnType<typeof toCaseRow>;
