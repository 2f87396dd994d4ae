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
 * The second half of signing in. A code holds one step (30 s) before and after, and works once.
 * The session gets a new token; five wrong codes end it and lock the account.
 */
export async function confirmSecondFactor(db: Db, keys: TotpKeys, token: string, code: string, now = new Date()) {
  const [row] = await db
    .select({ official: officials, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(officials, eq(officials.id, sessions.officialId))
    .where(and(eq(sessions.tokenHash, hashSessionToken(token)), gt(sessions.expiresAt, now), isNotNull(officials.totpConfirmedAt)));
  if (!row?.official.totpSecret) return refuse("sign_in.again");
  const { official } = row;

  const step = stepOfCode(keys.unseal(row.official.totpSecret, totpContext(official.id)), code, now);
  if (step === undefined) {
    if (!(await countWrongTry(db, official.id, now))) return refuse("sign_in.wrong_code");
    await db.delete(sessions).where(eq(sessions.officialId, official.id));
    return refuse("sign_in.again");
  }

  return db.transaction(async (tx) => {
    const [used] = await tx
      .update(officials)
      .set({ totpLastStep: step, failedSignIns: 0, lockedUntil: null, lastSeenAt: now })
      .where(and(eq(officials.id, official.id), eq(officials.active, true), or(isNull(officials.totpLastStep), lt(officials.totpLastStep, step))))
      .returning({ id: officials.id });
    if (!used) return refuse("sign_in.used_code");

    const renewed = await openSession(tx, { officialId: official.id, totpPassed: true, replaces: token, expiresAt: row.expiresAt }, now);
    await recordEvent(tx, official, { act: "official.second_factor_passed", subject: "official", subjectId: official.id }, now);
    return done({ token: renewed });
  });
}
