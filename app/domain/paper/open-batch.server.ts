import { paperBatches } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { findProcedureId, findRound } from "../surveys/index.server.ts";
import { lastKeyingDay } from "../surveys/rules.ts";
import { mayTypeFor } from "./find-batch.server.ts";
import type { PaperBatchDraft } from "./schemas.ts";

/**
 * Begins a pile of paper sheets of one unit. Whoever opens it types it in, and is named for it (“nhập hộ”). It may be typed
 * after the round's last day, where time was left for that, but not have been filled in then.
 */
export async function openBatch(db: Db, by: Official, draft: PaperBatchDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, draft.round);
    if (!round) return refuse("survey.not_found");
    const unit = round.units.find(({ slug }) => slug === draft.unit);
    if (!unit) return refuse("survey.unit_not_in_round");
    if (!mayTypeFor(by, round, unit.id)) return refuse("paper.not_your_desk");
    if (round.state !== "open" || lastKeyingDay(round) < civilDay(now)) return refuse("survey.not_open");
    if (!round.modes.includes("paper")) return refuse("paper.mode_not_open");
    if (round.closesOn < draft.filledTo) return refuse("paper.filled_too_late");

    const procedureId = draft.procedure ? await findProcedureId(tx, round.authority.id, draft.procedure) : null;
    if (procedureId === undefined) return refuse("survey.unknown_procedure");

    const { filledFrom, filledTo, firstNumber, sheets } = draft;
    const [made] = await tx
      .insert(paperBatches)
      .values({
        roundId: round.id,
        unitId: unit.id,
        procedureId,
        filledFrom,
        filledTo,
        firstNumber,
        sheets,
        state: "keying",
        operatorId: by.id,
        createdAt: now,
      })
      .returning({ id: paperBatches.id });
    const data = { batch: made?.id ?? "", unit: unit.slug, sheets, firstNumber };
    await recordEvent(tx, by, { act: "paper.batch_opened", subject: "round", subjectId: round.id, data }, now);
    return done({ id: made?.id ?? "", round: round.slug });
  });
}
