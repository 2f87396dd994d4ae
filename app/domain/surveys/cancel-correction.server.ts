import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { sheetExclusions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import { listEditionExclusions } from "./set-aside.server.ts";

/** Gives a correction up: what is left out is again what the published edition leaves out. */
export async function cancelCorrection(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const beside = { correctionVi: null, correctionEn: null, returnReason: null };
    if (!(await moveRound(tx, round, ["correcting", "correction_to_approve"], "published", beside))) return refuse("survey.not_correcting");

    const kept = (await listEditionExclusions(tx, round.id)).at(-1) ?? [];
    const ofRound = eq(sheetExclusions.roundId, round.id);
    await tx
      .update(sheetExclusions)
      .set({ withdrawnById: by.id, withdrawnAt: now })
      .where(and(ofRound, isNull(sheetExclusions.withdrawnAt), kept.length > 0 ? notInArray(sheetExclusions.number, kept) : undefined));
    if (kept.length > 0) {
      const standing = { withdrawnById: null, withdrawnAt: null, withdrawnNote: null };
      await tx
        .update(sheetExclusions)
        .set(standing)
        .where(and(ofRound, inArray(sheetExclusions.number, kept)));
    }
    await recordEvent(tx, by, { act: "round.correction_cancelled", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
