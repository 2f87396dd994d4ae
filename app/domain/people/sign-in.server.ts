import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { forgetTurns, type RateLimit, secondsToWait, takeTurn } from "../rate-limit.server.ts";
import { secondFactorOf } from "./find-official-by-session.server.ts";
import type { SecondFactor } from "./official.ts";
import { openSession } from "./open-session.server.ts";
import { isPassword } from "./passwords.server.ts";
import { idleDaysBeforeLock, lockMinutes, maxFailedSignIns } from "./vocabulary.ts";

/** Wrong tries per e-mail, also for e-mails that are nobody's: so that a lock does not tell which accounts exist. */
const wrongByEmail: RateLimit = { name: "sign_in_email", points: maxFailedSignIns, seconds: lockMinutes * 60 };
/** Wrong tries per client, whatever the e-mail. An office may share one address, so it is wider. */
const wrongByClient: RateLimit = { name: "sign_in_client", points: 40, seconds: lockMinutes * 60 };

export type SignedIn = { token: string; officialId: string; secondFactor: SecondFactor };

/**
 * Opens a session for e-mail and password. An unknown e-mail and a wrong password get the same refusal after the same work;
 * a lock or an idle account is only told where the same would be told to anybody.
 * @param client the visitor's fingerprint of the day; `replaces` is the token the browser came with
 */
export async function signIn(db: Db, given: { email: string; password: string; replaces?: string | undefined }, client: string, now = new Date()) {
  const email = given.email.trim().toLowerCase();
  // Counted before the password is looked at, and given back when it is right: else many tries at once would be one.
  const wait = Math.max(await secondsToWait(db, wrongByClient, client), await takeTurn(db, wrongByEmail, email));
  if (wait > 0) return refuse("sign_in.locked", { minutes: Math.ceil(wait / 60) });

  const [official] = await db.select().from(officials).where(eq(officials.email, email));
  const right = await isPassword(given.password, official?.passwordHash);

  const locked = official?.lockedUntil && official.lockedUntil > now ? official.lockedUntil : undefined;
  if (locked) return refuse("sign_in.locked", { minutes: Math.ceil((locked.getTime() - now.getTime()) / 60_000) });

  if (!official || !official.active || !right) {
    await takeTurn(db, wrongByClient, client);
    await countWrongTry(db, official?.active ? official.id : randomUUID(), now);
    return refuse("sign_in.wrong");
  }

  await forgetTurns(db, wrongByEmail, email);
  const idleSince = official.lastSeenAt ?? official.createdAt;
  const idleDays = (now.getTime() - idleSince.getTime()) / 86_400_000;
  if (idleDays > idleDaysBeforeLock && !official.demo) return refuse("sign_in.idle", { days: idleDaysBeforeLock });

  const secondFactor = secondFactorOf({ ...official, totpPassed: false });
  const token = await db.transaction(async (tx) => {
    // With a second factor to come, wrong codes go on counting: the right password must not wipe them out.
    const forgiven = secondFactor === "to_confirm" ? {} : { failedSignIns: 0, lockedUntil: null };
    await tx
      .update(officials)
      .set({ lastSeenAt: now, ...forgiven })
      .where(eq(officials.id, official.id));
    const opened = await openSession(tx, { officialId: official.id, totpPassed: false, replaces: given.replaces }, now);
    await recordEvent(tx, official, { act: "official.signed_in", subject: "official", subjectId: official.id, data: { secondFactor } }, now);
    return opened;
  });
  return done<SignedIn>({ token, officialId: official.id, secondFactor });
}

/** Counts a wrong password or code. The fifth in a row locks the account for a quarter of an hour. Gives whether it did. */
export async function countWrongTry(db: Db, officialId: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [counted] = await tx
      .update(officials)
      .set({ failedSignIns: sql`${officials.failedSignIns} + 1` })
      .where(eq(officials.id, officialId))
      .returning({ wrong: officials.failedSignIns });
    if (!counted || counted.wrong < maxFailedSignIns) return false;

    const until = new Date(now.getTime() + lockMinutes * 60_000);
    await tx.update(officials).set({ failedSignIns: 0, lockedUntil: until }).where(eq(officials.id, officialId));
    await recordEvent(tx, "portal", { act: "official.locked", subject: "official", subjectId: officialId, data: { minutes: lockMinutes } }, now);
    return true;
  });
}
