import { and, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { openSession } from "./open-session.server.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { totpContext, type TotpKeys } from "./set-up-totp.server.ts";
import { countWrongTry } from "./sign-in.server.ts";
import { stepOfCode } from "./totp.server.ts";

/**
 * The second half of signing in. A code holds one step (30 s) before and after, and works once. Codes for one official
 * are tried one after the other. The session gets a new token; five wrong codes end it and lock the account.
 */
export async function confirmSecondFactor(db: Db, keys: TotpKeys, token: string, code: string, now = new Date()) {
  return db.transaction(async (tx) => {
    const taken = await takeSession(tx, token, now);
    if (!taken?.official.totpSecret) return refuse("sign_in.again");
    const { official, expiresAt } = taken;

    const step = stepOfCode(keys.unseal(taken.official.totpSecret, totpContext(official.id)), code, now);
    if (step === undefined) {
      if (!(await countWrongTry(tx, official.id, now))) return refuse("sign_in.wrong_code");
      await tx.delete(sessions).where(eq(sessions.officialId, official.id));
      return refuse("sign_in.again");
    }

    const [used] = await tx
      .update(officials)
      .set({ totpLastStep: step, failedSignIns: 0, lockedUntil: null, lastSeenAt: now })
      .where(and(eq(officials.id, official.id), eq(officials.active, true), or(isNull(officials.totpLastStep), lt(officials.totpLastStep, step))))
      .returning({ id: officials.id });
    if (!used) return refuse("sign_in.used_code");

    const renewed = await openSession(tx, { officialId: official.id, totpPassed: true, replaces: token, expiresAt }, now);
    await recordEvent(tx, official, { act: "official.second_factor_passed", subject: "official", subjectId: official.id }, now);
    return done({ token: renewed });
  });
}

/** The session of this token with its official, who is locked until commit; undefined when either is gone or the account shut. */
async function takeSession(tx: Db, token: string, now: Date) {
  const thisOne = and(eq(sessions.tokenHash, hashSessionToken(token)), gt(sessions.expiresAt, now));
  const [session] = await tx.select({ officialId: sessions.officialId }).from(sessions).where(thisOne);
  if (!session) return undefined;
  const [official] = await tx
    .select()
    .from(officials)
    .where(and(eq(officials.id, session.officialId), isNotNull(officials.totpConfirmedAt)))
    .for("update");
  // Looked at again: while we waited for the lock, a wrong code may have ended the session.
  const [still] = await tx.select({ expiresAt: sessions.expiresAt }).from(sessions).where(thisOne);
  if (!official || !still || (official.lockedUntil && official.lockedUntil > now)) return undefined;
  return { official, expiresAt: still.expiresAt };
}
