import { assignCase, listChosen, markUrgent, nameHandler, takeUpCase } from "#app/domain/feedback/index.server.ts";
import { type BulkAct, bulkMost } from "#app/domain/feedback/vocabulary.ts";
import { type Outcome, refuse } from "#app/domain/outcome.ts";
import type { Official } from "#app/domain/people/official.ts";
import { type RuleSuggestion, suggestByRules } from "#app/domain/routing/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { refusalSentence, type RefusalCode } from "../../sentences.ts";
import { bySuggestion } from "./bulk-words.ts";
import type { BulkForm } from "./read-bulk-form.ts";

/** What came of an act on several cases: each for itself. */
export type BulkOutcome = {
  act: BulkAct;
  /** `to`: the unit it went to, where that was chosen by rule. */
  done: { code: string; subject: string; to: string | null }[];
  refused: { code: string; subject: string | null; why: string }[];
};
export type BulkMistake = "none" | "too_many" | "unitId" | "handlerId";

type Acting = Visit & { official: Official };
type Chosen = { id: string; code: string; revision: number; subject: string };
/** What the rules say of the chosen cases, by id; empty where they were not asked. */
type Suggested = ReadonlyMap<string, RuleSuggestion>;
/** `to`: the unit that a rule chose, by id. */
type Answer = { outcome: Outcome<unknown, RefusalCode>; to?: string };

const isUuid = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? "");

/** What is wrong with the form as a whole, before any case is touched. */
export function findMistake({ act, chosen, unitId, handlerId }: BulkForm): BulkMistake | undefined {
  if (chosen.length === 0) return "none";
  if (chosen.length > bulkMost) return "too_many";
  if (act === "assign" && unitId !== bySuggestion && !isUuid(unitId)) return "unitId";
  return act === "name_handler" && !isUuid(handlerId) ? "handlerId" : undefined;
}

/** Does one act on each chosen case in turn: its own transaction, its own trace, its own answer. */
export async function doInBulk(acting: Acting, act: BulkAct, form: BulkForm): Promise<BulkOutcome> {
  const { db, official, lang, today, t } = acting;
  const found = await listChosen(
    db,
    official,
    form.chosen.map(({ code }) => code),
  );
  const byRule = act === "assign" && form.unitId === bySuggestion;
  const units = byRule ? await listUnitsInForce(db, today, { internal: true }) : [];
  const nameOf = (id: string | undefined) => {
    const unit = units.find((one) => one.id === id);
    return unit ? inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) : null;
  };
  const ids = [...found.values()].map(({ id }) => id);
  const suggested: Suggested = byRule ? await suggestByRules(db, ids, acting.now) : new Map();
  const outcome: BulkOutcome = { act, done: [], refused: [] };
  for (const { code, revision } of form.chosen) {
    const one = found.get(code);
    const answer = one ? await acts[act](acting, { ...one, code, revision }, form, suggested) : { outcome: refuse("case.not_found") };
    const subject = one?.subject ?? null;
    if (answer.outcome.ok) outcome.done.push({ code, subject: subject ?? "", to: nameOf(answer.to) });
    else outcome.refused.push({ code, subject, why: refusalSentence(t, answer.outcome) });
  }
  return outcome;
}

const acts: Record<BulkAct, (acting: Acting, one: Chosen, form: BulkForm, suggested: Suggested) => Promise<Answer>> = {
  async assign({ db, portal, official, now }, { id, code, revision }, { unitId }, suggested) {
    if (unitId !== bySuggestion) return { outcome: await assignCase(db, portal.keys, official, code, { unitId: unitId ?? "", revision }, now) };
    const to = suggested.get(id)?.unitId;
    if (!to) return { outcome: refuse("case.no_suggestion") };
    return { outcome: await assignCase(db, portal.keys, official, code, { unitId: to, revision }, now), to };
  },
  name_handler: async ({ db, official, now }, { code, revision }, { handlerId }) => ({
    outcome: await nameHandler(db, official, code, { handlerId: handlerId ?? "", revision }, now),
  }),
  take_up: async ({ db, portal, official, now }, { code, revision }) => ({
    outcome: await takeUpCase(db, portal.keys, official, code, { revision }, now),
  }),
  mark_urgent: async ({ db, official, now }, { code, revision }) => ({ outcome: await markUrgent(db, official, code, { revision }, now) }),
};
