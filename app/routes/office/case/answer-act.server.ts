import type { Identity } from "#app/domain/feedback/index.server.ts";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";
import type { Answer, OtherDraft } from "./acting.server.ts";
import type { ActForm } from "./read-act-form.server.ts";

/** An act that did not happen: why, at which field, and everything that had been typed. */
export type Tried = {
  act: OfficeAct;
  status: 409 | 422;
  error: string;
  field: string | null;
  typed: Readonly<Record<string, string>>;
  picked: string[];
  other: OtherDraft | null;
};

/** What the page is told after an act: nothing more when it happened, save for an identity that was opened. */
export function answerAct({ t, lang }: Visit, act: OfficeAct, form: ActForm, answer: Answer): { tried: Tried | null; identity: Identity | null } {
  const tried = { act, typed: form.texts, picked: [...form.all("photo"), ...form.all("document")], field: null, other: null };
  if ("missing" in answer) {
    const error = fieldSentence(t, answer.key ?? "required");
    return { tried: { ...tried, status: 422, error, field: answer.missing }, identity: null };
  }
  if (answer.ok) return { tried: null, identity: act === "reveal_identity" ? (answer.value as Identity) : null };

  // Days among the details are said as days.
  const details = Object.entries(answer.details ?? {}).map(([name, value]) => [
    name,
    isCivilDay(String(value)) ? formatDay(lang, String(value)) : value,
  ]);
  const error = refusalSentence(t, { ...answer, details: Object.fromEntries(details) as Record<string, string | number> });
  const other = "other" in answer && answer.other ? answer.other : null;
  return { tried: { ...tried, status: 409, error, other }, identity: null };
}
