import { and, eq, isNull } from "drizzle-orm";
import { sheetExclusions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";

/** Takes sheets in again that were declared invalid. The declaration stays on record, with why it was withdrawn. */
export async function withdrawExclusion(db: Db, by: Official, slug: string, exclusion: { number: number; note: string }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const checking = (await moveRound(tx, round, ["to_check"], "to_check")) || (await moveRound(tx, round, ["correcting"], "correcting"));
    if (!checking) return refuse("survey.not_checking");

    const [withdrawn] = await tx
      .update(sheetExclusions)
      .set({ withdrawnById: by.id, withdrawnAt: now, withdrawnNote: exclusion.note })
      .where(and(eq(sheetExclusions.roundId, round.id), eq(sheetExclusions.number, exclusion.number), isNull(sheetExclusions.withdrawnAt)))
      .returning();
    if (!withdrawn) return refuse("survey.no_such_exclusion");
    const data = { number: exclusion.number, sheets: withdrawn.sheets };
    await recordEvent(tx, by, { act: "round.exclusion_withdrawn", subject: "round", subjectId: round.id, data }, now);
    return done({ slug: round.slug, number: exclusion.number });
  });
}
