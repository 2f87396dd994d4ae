import { eq } from "drizzle-orm";
import { roundUnits, sampleFrames } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound, type Round } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import { columnsOf, findSetup } from "./round-setup.server.ts";
import type { RoundDraft } from "./schemas.ts";

/**
 * Changes a round that is still being drawn up: all but its authority and its address. Once people are listed or drawn for
 * it, units and ways of answering stay as they are.
 */
export async function editRound(db: Db, by: Official, slug: string, draft: RoundDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const setup = await findSetup(tx, { ...draft, authority: round.authority.slug });
    if (!setup.ok) return setup;

    if (!(await moveRound(tx, round, ["drafting"], "drafting", columnsOf(draft)))) return refuse("survey.not_drafting");
    if (changesWhoAnswers(round, draft)) {
      const [listed] = await tx.select({ id: sampleFrames.id }).from(sampleFrames).where(eq(sampleFrames.roundId, round.id)).limit(1);
      if (listed) return refuse("survey.draft_in_use");
    }
    await tx.delete(roundUnits).where(eq(roundUnits.roundId, round.id));
    await tx.insert(roundUnits).values(setup.value.units.map((unit) => ({ roundId: round.id, unitId: unit.id, unitVersionId: unit.versionId })));

    await recordEvent(tx, by, { act: "round.edited", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}

function changesWhoAnswers(round: Round, draft: RoundDraft): boolean {
  const differ = (a: readonly string[], b: readonly string[]) => a.length !== new Set(b).size || a.some((one) => !b.includes(one));
  return (
    differ(
      round.units.map(({ slug }) => slug),
      draft.units,
    ) || differ(round.modes, draft.modes)
  );
}
