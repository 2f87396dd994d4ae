import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { officials, roleGrants, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { isLastAdmin } from "./last-admin.server.ts";
import { mayManage } from "./manage-rule.server.ts";
import { mayIn, type Official } from "./official.ts";

/** Somebody leaves: all rights and sessions end the same day (domain.md 6.5). What was done keeps the name. */
export async function deactivateOfficial(db: Db, by: Official, officialId: string, now = new Date()) {
  const today = civilDay(now);
  if (!mayIn(by, "people.manage")) return refuse("people.not_yours");
  if (by.id === officialId) return refuse("people.not_yourself");

  return db.transaction(async (tx) => {
    if (!(await mayManage(tx, by, officialId, today))) return refuse("people.not_yours");
    if (await isLastAdmin(tx, officialId, today)) return refuse("people.last_admin");
    const [left] = await tx
      .update(officials)
      .set({ active: false })
      .where(and(eq(officials.id, officialId), eq(officials.active, true)))
      .returning({ id: officials.id });
    if (!left) return refuse("people.not_active");

    const ended = await tx
      .update(roleGrants)
      .set({ validTo: plusDays(today, -1) })
      .where(
        and(eq(roleGrants.officialId, officialId), lte(roleGrants.validFrom, today), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today))),
      )
      .returning({ id: roleGrants.id });
    await tx.delete(sessions).where(eq(sessions.officialId, officialId));
    await recordEvent(tx, by, { act: "official.deactivated", subject: "official", subjectId: officialId, data: { rolesEnded: ended.length } }, now);
    return done({ rolesEnded: ended.length });
  });
}
