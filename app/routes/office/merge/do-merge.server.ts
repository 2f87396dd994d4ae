import { countCasesOfUnits, listLeftBehind, type Move, moveCasesToSuccessors } from "#app/domain/feedback/index.server.ts";
import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import type { Official } from "#app/domain/people/official.ts";
import { checkEnding, endUnits } from "#app/domain/units/index.server.ts";
import { successionKinds } from "#app/domain/units/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";

type Visitor = Visit & { official: Official };
export type TypedEnding = { ending: string[]; successor: string[]; kind: string; lastDay: string; decision: string };
export type MergeAnswer = {
  status: 200 | 409 | 422;
  notice: string | null;
  error: { part: "end" | "move"; text: string } | null;
  typed: TypedEnding | null;
  ending: { rows: { name: string; open: number; all: number }[]; successors: string } | null;
  moves: { unitId: string; lines: (Move & { to: string })[] } | null;
  refused: string[];
};

const nothing = { notice: null, error: null, typed: null, ending: null, moves: null, refused: [] };
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** A field's text; a file is none. */
function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "") : "";
}

/** Records the end of units, or shows what it would mean. */
export async function doEnding(visit: Visitor, form: FormData): Promise<MergeAnswer> {
  const { db, official, t, lang, now } = visit;
  const text = (name: string) => textOf(form, name);
  const all = (name: string) => form.getAll(name).map(String).filter(isUuid);
  const typed = { ending: all("ending"), successor: all("successor"), kind: text("kind"), lastDay: text("lastDay"), decision: text("decision") };
  const no = (status: 409 | 422, why: string): MergeAnswer => ({ ...nothing, status, typed, error: { part: "end", text: why } });
  const kind = successionKinds.find((one) => one === typed.kind);
  if (!kind || !isCivilDay(typed.lastDay) || !typed.decision.trim()) return no(422, fieldSentence(t, "required"));

  const wish = { unitIds: typed.ending, successorIds: typed.successor, kind, lastDay: typed.lastDay, decision: typed.decision };
  if (form.get("intent") === "end") {
    const ended = await endUnits(db, official, wish, now);
    if (!ended.ok) return no(409, refusalSentence(t, ended));
    return { ...nothing, status: 200, notice: t("merge:end.done", { n: String(ended.value.units) }) };
  }
  const checked = await checkEnding(db, official, wish);
  if (!checked.ok) return no(409, refusalSentence(t, checked));
  const counts = await countCasesOfUnits(db, typed.ending);
  const name = (unit: { nameVi: string; nameEn: string }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const rows = checked.value.ending.map((unit) => ({ name: name(unit), ...(counts.get(unit.id) ?? { open: 0, all: 0 }) }));
  return { ...nothing, status: 200, typed, ending: { rows, successors: checked.value.successors.map(name).join(", ") } };
}

/** Gives the cases of an ended unit to the successors chosen for them, or shows which would go where. */
export async function doMoves(visit: Visitor, form: FormData): Promise<MergeAnswer> {
  const { db, portal, official, t, lang, today, now } = visit;
  const no = (text: string): MergeAnswer => ({ ...nothing, status: 409, error: { part: "move", text } });
  const unitId = textOf(form, "unitId");
  const left = (await listLeftBehind(db, official, today)).find((one) => one.unitId === unitId);
  const chosenForAll = textOf(form, "all");
  const lines = (left?.cases ?? []).flatMap(({ code }) => {
    const chosen = textOf(form, `to:${code}`);
    const to = chosen === "later" ? undefined : left?.successors.find(({ id }) => id === (chosen || chosenForAll));
    const revision = readRevision(form.get(`revision:${code}`), -1);
    if (!to || revision < 0) return [];
    return [{ code, unitId: to.id, revision, to: inLanguage(lang, { vi: to.nameVi, en: to.nameEn }) }];
  });
  if (lines.length === 0) return no(t("merge:move.nothing"));
  if (form.get("intent") !== "move") return { ...nothing, status: 200, moves: { unitId, lines } };

  const done = await moveCasesToSuccessors(db, portal.keys, official, lines, now);
  const refused = done.refused.map(({ code, refusal }) => t("merge:move.refused", { code, why: refusalSentence(t, refusal) }));
  return { ...nothing, status: refused.length > 0 ? 409 : 200, notice: t("merge:move.done", { n: String(done.moved) }), refused };
}
