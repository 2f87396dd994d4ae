import { discardBatch, saveRows } from "#app/domain/paper/index.server.ts";
import { invitationCell } from "#app/domain/paper/vocabulary.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { refusalSentence } from "../../sentences.ts";
import { cellName } from "./cell-names.ts";
import type { FoundBatch } from "./read-grid.server.ts";

type OfficeVisit = Visit & { official: Official };
type Answer = { notice: string | null; refused: string | null };

/** Saves the rows that a form holds. */
export async function keepRows(
  { db, portal, official, now, t }: OfficeVisit,
  { batch, round }: FoundBatch,
  typed: Record<string, string>,
): Promise<Answer> {
  const codes = [...round.layout.questionnaire.questions.map(({ code }) => code), invitationCell];
  const places = Object.keys(typed).flatMap((name) => (/^d\.\d{1,4}$/.test(name) ? [Number(name.slice(2))] : []));
  const rows = places.map((place) => ({
    place,
    spoiled: typed[`s.${place}`] === "on",
    cells: Object.fromEntries(codes.map((code) => [code, typed[cellName(place, code)] ?? ""])),
  }));
  const saved = await saveRows(db, portal.keys, official, batch.id, typed.lan === "2" ? 2 : 1, rows, now);
  return saved.ok ? { notice: t("paper:grid.saved"), refused: null } : { notice: null, refused: refusalSentence(t, saved) };
}

/** Throws the pile away. */
export async function throwAway({ db, official, now, t }: OfficeVisit, id: string): Promise<Answer> {
  const gone = await discardBatch(db, official, id, now);
  return { notice: null, refused: gone.ok ? null : refusalSentence(t, gone) };
}
