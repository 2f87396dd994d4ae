import { and, eq, sql } from "drizzle-orm";
import { caseProposals, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, type NewEvent, recordEvent } from "../audit/index.server.ts";
import { turnClocks, type ClocksNow, type ClockTurns } from "../calendar/index.server.ts";
import { plusDays, civilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import type { CaseRow } from "./take-case.server.ts";
import { transitionOf, type TransitionName } from "./transitions.ts";
import { unlinkDuplicate } from "./unlink-duplicate.server.ts";
import { reviewEveryDays } from "./vocabulary.ts";

export type Move = {
  /** Columns the act writes beside state, due day and revision. */
  set?: Partial<typeof cases.$inferInsert>;
  /** Facts for the trace: no text, no person's data. */
  data?: NewEvent["data"];
  turns?: ClockTurns;
};

/**
 * The write of every act on a case: clocks, state, due day and revision together, then the trace. The state and
 * revision seen are in the `where`, so of two officials at once one is refused (`case.changed_meanwhile`).
 */
export async function moveCase(tx: Db, by: Actor, seen: CaseRow, name: TransitionName, move: Move, now: Date) {
  const transition = transitionOf(name);
  const turns = { ...transition.clocks, ...move.turns };
  const unitId = move.set?.unitId ?? seen.unitId ?? seen.aboutUnitId;
  const kind = move.set?.kind ?? seen.kind;
  const due: ClocksNow | undefined = Object.keys(turns).length > 0 ? await turnClocks(tx, { id: seen.id, kind, unitId }, turns, now) : undefined;
  const to = transition.to ?? seen.state;
  const nextDueOn = to === "TIEP_TUC_TAP_HOP" ? plusDays(civilDay(now), reviewEveryDays) : due?.nextDueOn;

  const [moved] = await tx
    .update(cases)
    .set({
      ...move.set,
      state: move.set?.state ?? to,
      ...(nextDueOn === undefined ? {} : { nextDueOn }),
      revision: sql`${cases.revision} + 1`,
    })
    .where(and(eq(cases.id, seen.id), eq(cases.state, seen.state), eq(cases.revision, seen.revision)))
    .returning();
  if (!moved) return refuse("case.changed_meanwhile");
  // What still waited for a decision has been overtaken.
  if (moved.state !== seen.state) {
    const [lapsed] = await tx
      .update(caseProposals)
      .set({ state: "lapsed", decidedAt: now })
      .where(and(eq(caseProposals.caseId, seen.id), eq(caseProposals.state, "pending")))
      .returning({ refusalReason: caseProposals.refusalReason });
    if (lapsed?.refusalReason === "R05") await unlinkDuplicate(tx, by, seen.id, now, move.set?.duplicateOfId);
  }

  const data = { ...(moved.state === seen.state ? {} : { from: seen.state, to: moved.state }), ...move.data };
  await recordEvent(tx, by, { act: `case.${name}`, subject: "case", subjectId: seen.id, data }, now);
  return done({ moved, answerBy: due?.answerDueOn ?? null });
}

/** What an act answers: the state and revision the next page shows. */
export const standing = (moved: CaseRow) => done({ state: moved.state, revision: moved.revision });
