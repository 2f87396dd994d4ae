import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

const adminsOn = (day: string) =>
  and(
    eq(roleGrants.role, "admin"),
    isNull(roleGrants.unitId),
    eq(officials.active, true),
    lte(roleGrants.validFrom, day),
    or(isNull(roleGrants.validTo), gte(roleGrants.validTo, day)),
  );

/** True when somebody administers the whole portal on that day. */
export async function hasAdmin(db: Db, day: string): Promise<boolean> {
  const [admin] = await db
    .select({ id: officials.id })
    .from(officials)
    .innerJoin(roleGrants, eq(roleGrants.officialId, officials.id))
    .where(adminsOn(day))
    .limit(1);
  return admin !== undefined;
}

/**
 * True when this one administers the whole portal and nobody else does: without him nobody could let people in.
 * Holds a lock until commit, so that two administrators cannot remove each other at the same moment.
 */
export async function isLastAdmin(tx: Db, officialId: string, day: string): Promise<boolean> {
  await lockAdmins(tx);
  const admins = await tx
    .selectDistinct({ id: officials.id })
    .from(officials)
    .innerJoin(roleGrants, eq(roleGrants.officialId, officials.id))
    .where(adminsOn(day));
  return admins.length === 1 && admins[0]?.id === officialId;
}

/** One at a time, until commit, may change who administers. */
export async function lockAdmins(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.admins'))`);
}
