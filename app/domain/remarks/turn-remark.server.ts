import { and, eq, inArray, sql } from "drizzle-orm";
import { remarks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { hidePublicCopy, showPublicCopy, withdrawPublicCopy } from "../publishing/index.server.ts";
import { cut } from "../storable.ts";
import { findRound } from "../surveys/index.server.ts";
import { remarkReasonMaxLength, remarkReasonMinLength, type RemarkState } from "./vocabulary.ts";

type Way = {
  act: string;
  from: RemarkState[];
  to: RemarkState;
  turn: typeof hidePublicCopy | typeof showPublicCopy;
  rights: readonly ("surveys.read_answers" | "surveys.approve")[];
};

/** To hide is a matter of minutes, so both sides may; to show again needs who approves. */
const ways = {
  hide: { act: "remark.hidden", from: ["published"], to: "hidden", turn: hidePublicCopy, rights: ["surveys.read_answers", "surveys.approve"] },
  show: { act: "remark.shown", from: ["hidden"], to: "published", turn: showPublicCopy, rights: ["surveys.approve"] },
  withdraw: {
    act: "remark.withdrawn",
    from: ["published", "hidden"],
    to: "read",
    turn: withdrawPublicCopy,
    rights: ["surveys.read_answers", "surveys.approve"],
  },
} as const satisfies Record<string, Way>;

type RemarkTurn = keyof typeof ways;

/**
 * Takes a published answer out of sight, shows it again, or takes it back for good so that it must be proposed anew. Each
 * with a reason for the trace.
 */
export async function turnRemark(db: Db, by: Official, slug: string, turn: RemarkTurn, which: { id: string; reason: string }, now = new Date()) {
  const way: Way = ways[turn];
  const reason = cut(which.reason, remarkReasonMaxLength);
  if (reason.length < remarkReasonMinLength) return refuse("remark.reason_missing", { min: remarkReasonMinLength });
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!way.rights.some((right) => mayIn(by, right, round.authority.id))) return refuse("remark.not_yours");
    const [turned] = await tx
      .update(remarks)
      .set({ state: way.to, reason: turn === "show" ? null : reason, updatedAt: now, revision: sql`${remarks.revision} + 1` })
      .where(and(eq(remarks.id, which.id), eq(remarks.roundId, round.id), inArray(remarks.state, way.from)))
      .returning({ id: remarks.id });
    if (!turned) return refuse("remark.wrong_state");
    const copy = await way.turn(tx, by, "remark", turned.id, reason, now);
    if (!copy.ok) return copy;
    await recordEvent(tx, by, { act: way.act, subject: "remark", subjectId: turned.id, data: { round: round.slug } }, now);
    return done(turned);
  });
}
