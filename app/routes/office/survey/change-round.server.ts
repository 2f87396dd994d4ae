import type { Official } from "#app/domain/people/official.ts";
import {
  approveExtension,
  approveRound,
  archiveRound,
  askExtension,
  cancelCorrection,
  closeRound,
  computeResults,
  declineExtension,
  discardRound,
  finishCheck,
  openRound,
  publishResults,
  returnResults,
  returnRound,
  startCorrection,
  submitRound,
  withdrawExtension,
  withdrawRound,
} from "#app/domain/surveys/index.server.ts";
import { CorrectionNote, ExtensionWish, WrittenReason } from "#app/domain/surveys/schemas.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";
import { type RoundAct, writtenFor } from "./round-acts.ts";

const plainActs = {
  "gui-duyet": submitRound,
  rut: withdrawRound,
  bo: discardRound,
  mo: openRound,
  "rut-gia-han": withdrawExtension,
  dong: closeRound,
  "kiem-xong": finishCheck,
  tinh: computeResults,
  "thoi-chinh-sua": cancelCorrection,
  "luu-tru": archiveRound,
};

export type RoundAnswer = { refused: string | null; errors: FieldErrors; typed: Record<string, string>; status: 409 | 422 };

/** Does an act with a round, with what was written for it; undefined when it is done. */
export async function changeRound(
  { db, official, now, t }: Pick<Visit, "db" | "now" | "t"> & { official: Official },
  slug: string,
  act: RoundAct,
  typed: Record<string, string>,
): Promise<RoundAnswer | undefined> {
  const reason = writtenFor[act] === "reason" ? WrittenReason.safeParse(typed.reason) : undefined;
  if (reason?.error) return { refused: null, errors: { reason: fieldSentences(t, reason.error)[""] }, typed, status: 422 };
  const note = writtenFor[act] === "note" ? CorrectionNote.safeParse({ vi: typed.vi, en: typed.en }) : undefined;
  if (note?.error) return { refused: null, errors: fieldSentences(t, note.error), typed, status: 422 };
  const wish = { until: typed.until, vi: typed.vi, en: typed.en, acrossHalf: typed.acrossHalf === "on" };
  const extension = writtenFor[act] === "extension" ? ExtensionWish.safeParse(wish) : undefined;
  if (extension?.error) return { refused: null, errors: fieldSentences(t, extension.error), typed, status: 422 };

  const changed = await doAct();
  return changed.ok ? undefined : { refused: refusalSentence(t, changed), errors: {}, typed, status: 409 };

  function doAct() {
    if (act === "tra-lai") return returnRound(db, official, slug, reason?.data ?? "", now);
    if (act === "tra-gia-han") return declineExtension(db, official, slug, reason?.data ?? "", now);
    if (act === "tra-ket-qua") return returnResults(db, official, slug, reason?.data ?? "", now);
    // What a form does not name nobody has read.
    if (act === "duyet") return approveRound(db, official, slug, readRevision(typed.seen, -1), now);
    if (act === "duyet-gia-han") return approveExtension(db, official, slug, readRevision(typed.seen, -1), now);
    if (act === "cong-bo") return publishResults(db, official, slug, readRevision(typed.seen, -1), now);
    if (act === "chinh-sua") return startCorrection(db, official, slug, note?.data ?? { vi: "", en: "" }, now);
    if (act === "gia-han") return askExtension(db, official, slug, extension?.data ?? { until: "", vi: "", en: "", acrossHalf: false }, now);
    return plainActs[act](db, official, slug, now);
  }
}
