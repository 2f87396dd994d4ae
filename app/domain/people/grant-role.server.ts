import { and, eq } from "drizzle-orm";
import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { grantsOn, mayManage, mixesAdminWithCases } from "./manage-rule.server.ts";
import { mayIn, type Official } from "./official.ts";
import type { Role } from "./vocabulary.ts";

export type GrantWish = {
  officialId: string;
  role: Role;
  /** The unit and all below it; null is the whole portal. */
  unitId: string | null;
  /** Last day, for a right that is only lent; null is until further notice. */
  validTo: string | null;
};

/** Gives a role from today on. Nobody grants to himself, and an administrator never gets a role that reads cases. */
export async function grantRole(db: Db, by: Official, wish: GrantWish, now = new Date()) {
  const today = civilDay(now);
  if (by.id === wish.officialId) return refuse("people.not_yourself");
  if (!mayIn(by, "people.manage", wish.unitId)) return refuse("people.not_yours");
  if (wish.validTo !== null && wish.validTo < today) return refuse("people.ends_in_the_past");

  if (wish.unitId && !(await findUnitInForce(db, { id: wish.unitId }, today))) return refuse("people.unknown_unit");

  return db.transaction(async (tx) => {
    const [official] = await tx
      .select({ id: officials.id })
      .from(officials)
      .where(and(eq(officials.id, wish.officialId), eq(officials.active, true)))
      .for("update");
    if (!official) return refuse("people.not_active");

    const held = await tx.select({ role: roleGrants.role, unitId: roleGrants.unitId }).from(roleGrants).where(grantsOn(official.id, today));
    if (held.length > 0 && !(await mayManage(tx, by, official.id, today))) return refuse("people.not_yours");
    if (held.some(({ role, unitId }) => role === wish.role && unitId === wish.unitId)) return refuse("people.already_granted");
    if (mixesAdminWithCases([...held.map(({ role }) => role), wish.role])) return refuse("people.admin_reads_no_cases");

    const [granted] = await tx
      .insert(roleGrants)
      .values({
        officialId: official.id,
        role: wish.role,
        unitId: wish.unitId,
        validFrom: today,
        validTo: wish.validTo,
        grantedBy: by.id,
      })
      .returning({ id: roleGrants.id });
    if (!granted) throw new Error("The grant was not stored");
    await recordEvent(
      tx,
      by,
      {
        act: "official.role_granted",
        subject: "official",
        subjectId: official.id,
        data: { role: wish.role, unitId: wish.unitId, validTo: wish.validTo },
      },
      now,
    );
    return done(granted);
  });
}
