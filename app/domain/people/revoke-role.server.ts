import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { isLastAdmin } from "./last-admin.server.ts";
import { mayManage } from "./manage-rule.server.ts";
import type { Official } from "./official.ts";

/** Takes a role back. It holds no longer from this moment; that it was held stays known. */
export async function revokeRole(db: Db, by: Official, grantId: string, now = new Date()) {
  const today = civilDay(now);
  return db.transaction(async (tx) => {
    const [grant] = await tx.select().from(roleGrants).where(eq(roleGrants.id, grantId)).for("update");
    if (!grant) return refuse("people.grant_gone");
    if (by.id === grant.officialId) return refuse("people.not_yourself");
    if (!(await mayManage(tx, by, grant.officialId, today))) return refuse("people.not_yours");
    if (grant.role === "admin" && (await isLastAdmin(tx, grant.officialId, today))) return refuse("people.last_admin");

    const [revoked] = await tx
      .update(roleGrants)
      .set({ validTo: plusDays(today, -1) })
      .where(and(eq(roleGrants.id, grantId), lte(roleGrants.validFrom, today), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today))))
      .returning({ id: roleGrants.id });
    if (!revoked) return refuse("people.grant_gone");

    await recordEvent(
      tx,
      by,
      { act: "official.role_revoked", subject: "official", subjectId: grant.officialId, data: { role: grant.role, unitId: grant.unitId } },
      now,
    );
    return done({ officialId: grant.officialId });
  });
}
