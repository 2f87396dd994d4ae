import type { Official } from "#app/domain/people/official.ts";
import {
  approveRound,
  archiveRound,
  cancelCorrection,
  closeRound,
  computeResults,
  discardRound,
  finishCheck,
  openRound,
  publishResults,
  returnResults,
  returnRound,
  startCorrection,
  submitRound,
  withdrawRound,
} from "#app/domain/surveys/index.server.ts";
import { CorrectionNote, WrittenReason } from "#app/domain/surveys/schemas.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";
import { type RoundAct, writtenFor } from "./round-acts.ts";

const plainActs = {
  "gui-duyet": submitRound,
  rut: withdrawRound,
  bo: discardRound,
  duyet: approveRound,
  mo: openRound,
  dong: closeRound,
  "kiem-xong": finishCheck,
  tinh: computeResults,
  "cong-bo": publishResults,
  "thoi-chinh-sua": cancelCorrection,
  "luu-tru": archiveRound,
};

export type RoundAnswer = { refused: string | null; errors: FieldErrors; typed: Record<string, string>; status: 409 | 422 };

/** Does an act with a round, with what was written for it; undefined when it is done. */
export async function changeRound(
  { db, official, now, t }: Visit & { official: Official },
  slug: string,
  act: RoundAct,
  typed: Record<string, string>,
): Promise<RoundAnswer | undefined> {
  const reason = writtenFor[act] === "reason" ? WrittenReason.safeParse(typed.reason) : undefined;
  if (reason?.error) return { refused: null, errors: { reason: fieldSentences(t, reason.error)[""] }, typed, status: 422 };
  const note = writtenFor[act] === "note" ? CorrectionNote.safeParse({ vi: typed.vi, en: typed.en }) : undefined;
  if (note?.error) return { refused: null, errors: fieldSentences(t, note.error), typed, status: 422 };

  const changed = await doAct();
  return changed.ok ? undefined : { refused: refusalSentence(t, changed), errors: {}, typed, status: 409 };

  function doAct() {
    if (act === "tra-lai") return returnRound(db, official, slug, reason?.data ?? "", now);
    if (act === "tra-ket-qua") return returnResults(db, official, slug, reason?.data ?? "", now);
    if (act === "chinh-sua") return startCorrection(db, official, slug, note?.data ?? { vi: "", en: "" }, now);
    return plainActs[act](db, official, slug, now);
  }
}
