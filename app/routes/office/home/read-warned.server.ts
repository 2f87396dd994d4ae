import { listWarned } from "#app/domain/deadlines/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { dueInWords } from "../../feedback/clock-words.ts";
import type { WarnedLine } from "./warned.tsx";

/** What the official was reminded of, in words; null when there is nothing. */
export async function readWarned({ db, official, today, lang, t }: Visit & { official: Official }) {
  if (!official.may.includes("cases.read")) return null;
  const { items, total } = await listWarned(db, official, today, 5);
  if (total === 0) return null;
  const lines = items.map(({ clockId, code, step, kind, dueOn, words }): WarnedLine => ({
    id: clockId,
    code,
    step: t(`words:clockStep.${step}`),
    kind: t(`words:caseKind.${kind}`),
    ...dueInWords(t, words, step),
    day: formatDay(lang, dueOn),
    dateTime: dueOn,
  }));
  return { lines, total };
}
