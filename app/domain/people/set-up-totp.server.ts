import { and, eq, gt, isNull } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { openSession } from "./open-session.server.ts";
import { isPassword } from "./passwords.server.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { countWrongTry } from "./sign-in.server.ts";
import { newTotpSecret, stepOfCode, totpUri } from "./totp.server.ts";

/** Seals the secret; the portal's keys fit. */
export type TotpKeys = Pick<Keys, "seal" | "unseal">;

/** Binds a sealed secret to its official. */
export const totpContext = (officialId: string) => `totp ${officialId}`;

/** The secret that waits to be confirmed, made at the first asking, so that reloading the page does not spoil a scanned code. */
export async function startTotp(db: Db, keys: TotpKeys, officialId: string) {
  const sealed = keys.seal(newTotpSecret(), totpContext(officialId)).sealed;
  await db
    .update(officials)
    .set({ totpSecret: sealed })
    .where(and(eq(officials.id, officialId), isNull(officials.totpSecret), isNull(officials.totpConfirmedAt)));

  const [official] = await db.select().from(officials).where(eq(officials.id, officialId));
  if (!official?.totpSecret || official.totpConfirmedAt) return refuse("totp.already_set_up");
  const secret = keys.unseal(official.totpSecret, totpContext(officialId));
  return done({ uri: totpUri(secret, official.email), groups: secret.match(/.{1,4}/g) ?? [] });
}

/** The first right code confirms the secret; the session goes on under a new token. */
export async function confirmTotp(db: Db, keys: TotpKeys, token: string, code: string, now = new Date()) {
  const [row] = await db
    .select({ official: officials, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(officials, eq(officials.id, sessions.officialId))
    .where(and(eq(sessions.tokenHash, hashSessionToken(token)), gt(sessions.expiresAt, now)));
  if (!row?.official.totpSecret) return refuse("sign_in.again");
  const { official } = row;
  if (official.totpConfirmedAt) return refuse("totp.already_set_up");

  const step = stepOfCode(keys.unseal(row.official.totpSecret, totpContext(official.id)), code, now);
  if (step === undefined) return refuse("sign_in.wrong_code");

  return db.transaction(async (tx) => {
    const [confirmed] = await tx
      .update(officials)
      .set({ totpConfirmedAt: now, totpLastStep: step })
      .where(and(eq(officials.id, official.id), eq(officials.active, true), isNull(officials.totpConfirmedAt)))
      .returning({ id: officials.id });
    if (!confirmed) return refuse("totp.already_set_up");

    const renewed = await openSession(tx, { officialId: official.id, totpPassed: true, replaces: token, expiresAt: row.expiresAt }, now);
    await recordEvent(tx, official, { act: "official.totp_set_up", subject: "official", subjectId: official.id }, now);
    return done({ token: renewed });
  });
}

/** For a new phone: the old secret is void at once, and the next page asks to set up the new one. Asks for the password. */
export async function replaceTotp(db: Db, by: { id: string }, password: string, now = new Date()) {
  const [official] = await db
    .select()
    .from(officials)
    .where(and(eq(officials.id, by.id), eq(officials.active, true)));
  if (official?.lockedUntil && official.lockedUntil > now) {
    return refuse("sign_in.locked", { minutes: Math.ceil((official.lockedUntil.getTime() - now.getTime()) / 60_000) });
  }
  if (!(await isPassword(password, official?.passwordHash))) {
    await countWrongTry(db, by.id, now);
    return refuse("password.wrong");
  }

  return db.transaction(async (tx) => {
    await tx.update(officials).set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null }).where(eq(officials.id, by.id));
    await tx.update(sessions).set({ totpPassed: false }).where(eq(sessions.officialId, by.id));
    await recordEvent(tx, by, { act: "official.totp_removed", subject: "official", subjectId: by.id }, now);
    return done({ officialId: by.id });
  });
}
