import { and, eq, gt, lt } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { findOfficial } from "./find-official.server.ts";
import { mayIdle } from "./idle-rule.ts";
import type { Official, SecondFactor } from "./official.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { idleMinutesByStandard, type IdleMinutes } from "./vocabulary.ts";

const minute = 60_000;

/**
 * Whose session this is, with the rights of that day; undefined when the token is unknown, the session idle for too long
 * or older than half a day, or the official gone. Being seen is written at most once a minute.
 * @param idle minutes a session may lie idle; the standard's unless settings say otherwise
 */
export async function findOfficialBySession(
  db: Db,
  token: string,
  now: Date,
  idle: IdleMinutes = idleMinutesByStandard,
): Promise<{ official: Official; secondFactor: SecondFactor } | undefined> {
  const tokenHash = hashSessionToken(token);
  const [row] = await db
    .select({
      officialId: sessions.officialId,
      totpPassed: sessions.totpPassed,
      lastSeenAt: sessions.lastSeenAt,
      demo: officials.demo,
      totpRequired: officials.totpRequired,
      totpConfirmedAt: officials.totpConfirmedAt,
    })
    .from(sessions)
    .innerJoin(officials, eq(officials.id, sessions.officialId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
  if (!row) return undefined;

  const official = await findOfficial(db, row.officialId, civilDay(now));
  if (!official || now.getTime() - row.lastSeenAt.getTime() >= mayIdle(official.grants, idle)) return undefined;

  const aMinuteAgo = new Date(now.getTime() - minute);
  if (row.lastSeenAt < aMinuteAgo) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.lastSeenAt, aMinuteAgo)));
    await db.update(officials).set({ lastSeenAt: now }).where(eq(officials.id, row.officialId));
  }
  return { official, secondFactor: secondFactorOf(row) };
}

/** Demo officials need none; everybody else has confirmed one, or must set it up before anything else. */
export function secondFactorOf(row: { demo: boolean; totpRequired: boolean; totpConfirmedAt: Date | null; totpPassed: boolean }): SecondFactor {
  if (row.demo) return "not_needed";
  if (!row.totpConfirmedAt) return row.totpRequired ? "to_set_up" : "not_needed";
  return row.totpPassed ? "passed" : "to_confirm";
}
