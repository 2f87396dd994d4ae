import { and, eq } from "drizzle-orm";
import { roundExtensions, rounds, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, daysBetween, plusDays } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { lastHandIn } from "./hand-in.server.ts";
import { moveRound } from "./move-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";
import { findAskedExtension } from "./round-extensions.server.ts";
import type { ExtensionState } from "./vocabulary.ts";

/**
 * A leader approves a later last day: from now on the round ends then, the public page says so and why, and codes that were
 * good until the round's end are good until the new one. Typing paper in ends as many days after it as before. Never who
 * asked for it.
 * @param seen what was asked for when the leader read it (`findHandIn`); where it was asked anew, `survey.changed_meanwhile`
 */
export async function approveExtension(db: Db, by: Official, slug: string, seen: number, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");
    // The row is locked before anything is read that depends on what others do.
    if (!(await moveRound(tx, round, ["open"], "open"))) return refuse("survey.not_open");
    const asked = await findAskedExtension(tx, round.id);
    if (!asked) return refuse("survey.no_extension");
    const handIn = await lastHandIn(tx, round.id, ["extension"]);
    if (handIn.officialId === by.id) return refuse("survey.four_eyes_extension");
    if (handIn.seq !== seen) return refuse("survey.changed_meanwhile");
    if (asked.until < civilDay(now)) return refuse("survey.extension_past");

    const keyingUntil = round.keyingUntil && plusDays(asked.until, daysBetween(asked.from, round.keyingUntil));
    await tx.update(rounds).set({ closesOn: asked.until, keyingUntil }).where(eq(rounds.id, round.id));
    const prolonged = await tx
      .update(slips)
      .set({ expiresOn: asked.until })
      .where(and(eq(slips.roundId, round.id), eq(slips.state, "issued"), eq(slips.expiresOn, asked.from)))
      .returning({ id: slips.id });
    await decide(tx, asked.id, "approved", now);
    const data = { from: asked.from, until: asked.until, slips: prolonged.length };
    await recordEvent(tx, by, { act: "round.extended", subject: "round", subjectId: round.id, data }, now);
    await publishRoundCopy(tx, by, { ...round, closesOn: asked.until, keyingUntil }, "open", now);
    return done({ slug: round.slug });
  });
}

/** A leader does not approve a later last day. @param reason for who manages the round, shown on its page in the office */
export async function declineExtension(db: Db, by: Official, slug: string, reason: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");
    if (!(await moveRound(tx, round, ["open"], "open", { returnReason: reason }))) return refuse("survey.not_open");
    const asked = await findAskedExtension(tx, round.id);
    if (!asked) return refuse("survey.no_extension");
    await decide(tx, asked.id, "declined", now);
    const data = { until: asked.until };
    await recordEvent(tx, by, { act: "round.extension_declined", subject: "round", subjectId: round.id, data }, now);
    return done({ slug: round.slug });
  });
}

/** Takes back what was asked for and nobody has decided yet. */
export async function withdrawExtension(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    if (!(await moveRound(tx, round, ["open"], "open"))) return refuse("survey.not_open");
    if (!(await takeBackExtension(tx, by, round.id, now))) return refuse("survey.no_extension");
    return done({ slug: round.slug });
  });
}

/** Takes back what was asked for, in the transaction of who withdraws it or closes the round. Gives false where nothing was. */
export async function takeBackExtension(tx: Db, by: Official, roundId: string, now: Date): Promise<boolean> {
  const asked = await findAskedExtension(tx, roundId);
  if (!asked) return false;
  await decide(tx, asked.id, "withdrawn", now);
  const data = { until: asked.until };
  await recordEvent(tx, by, { act: "round.extension_withdrawn", subject: "round", subjectId: roundId, data }, now);
  return true;
}

const decide = (tx: Db, id: string, state: ExtensionState, now: Date) =>
  tx.update(roundExtensions).set({ state, decidedAt: now }).where(eq(roundExtensions.id, id));
