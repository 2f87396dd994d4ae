import { eq } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { mayManage } from "./manage-rule.server.ts";
import type { Official } from "./official.ts";
import { passwordProblem } from "./password-rule.ts";
import { hashPassword } from "./passwords.server.ts";

/**
 * For a forgotten password, a lost phone, or an account idle for too long: a new first password, the second factor to be
 * set up again, every session ended. One who had left comes back by it, without any role. The person is told face to face.
 */
export async function resetSignIn(db: Db, by: Official, wish: { officialId: string; password: string }, now = new Date()) {
  if (by.id === wish.officialId) return refuse("people.not_yourself");
  if (!(await mayManage(db, by, wish.officialId, civilDay(now)))) return refuse("people.not_yours");

  const [official] = await db.select().from(officials).where(eq(officials.id, wish.officialId));
  if (!official) return refuse("people.gone");
  if (official.demo) return refuse("password.demo");
  const problem = passwordProblem(wish.password, official);
  if (problem) return refuse(problem);

  const passwordHash = await hashPassword(wish.password);
  return db.transaction(async (tx) => {
    await tx
      .update(officials)
      .set({
        passwordHash,
        active: true,
        totpSecret: null,
        totpConfirmedAt: null,
        totpLastStep: null,
        failedSignIns: 0,
        lockedUntil: null,
        lastSeenAt: now,
      })
      .where(eq(officials.id, wish.officialId));
    await tx.delete(sessions).where(eq(sessions.officialId, wish.officialId));
    await recordEvent(
      tx,
      by,
      { act: "official.sign_in_reset", subject: "official", subjectId: wish.officialId, data: { returned: !official.active } },
      now,
    );
    return done({ officialId: wish.officialId });
  });
}
