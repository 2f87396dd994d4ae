import { and, eq, ne } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { passwordProblem } from "./password-rule.ts";
import { hashPassword, isPassword } from "./passwords.server.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { countWrongTry } from "./sign-in.server.ts";

/** A new password of one's own. Every other session ends: whoever knew the old one is out. */
export async function changePassword(db: Db, by: { id: string }, given: { current: string; password: string; token: string }, now = new Date()) {
  const [official] = await db
    .select()
    .from(officials)
    .where(and(eq(officials.id, by.id), eq(officials.active, true)));
  if (!official) return refuse("sign_in.again");
  if (official.lockedUntil && official.lockedUntil > now) {
    return refuse("sign_in.locked", { minutes: Math.ceil((official.lockedUntil.getTime() - now.getTime()) / 60_000) });
  }
  if (!(await isPassword(given.current, official.passwordHash))) {
    await countWrongTry(db, by.id, now);
    return refuse("password.wrong");
  }
  if (official.demo) return refuse("password.demo");
  const problem = passwordProblem(given.password, official);
  if (problem) return refuse(problem);
  if (given.password === given.current) return refuse("password.same");

  const passwordHash = await hashPassword(given.password);
  return db.transaction(async (tx) => {
    await tx.update(officials).set({ passwordHash, failedSignIns: 0 }).where(eq(officials.id, by.id));
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.officialId, by.id), ne(sessions.tokenHash, hashSessionToken(given.token))))
      .returning({ tokenHash: sessions.tokenHash });
    await recordEvent(
      tx,
      by,
      { act: "official.password_changed", subject: "official", subjectId: by.id, data: { sessionsEnded: ended.length } },
      now,
    );
    return done({ sessionsEnded: ended.length });
  });
}
