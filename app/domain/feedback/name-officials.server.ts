import { eq, inArray, sql } from "drizzle-orm";
import { caseNamedOfficials, officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import type { NamedOfficial } from "./conflict.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";

/**
 * Says whom among the officials a case complains of: from then on they see nothing of it (domain.md 7.5). The whole list
 * is given; whoever is missing from it is named no longer. A handler who is named has the case no more. The trace keeps
 * how many, not who.
 */
export async function nameOfficials(
  db: Db,
  by: Official,
  code: string,
  what: { officialIds: readonly string[]; revision?: number | undefined },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "name_officials", code, what.revision);
    if (!taken.ok) return taken;
    const named = await setNamedOfficials(tx, by, taken.value, what.officialIds, now);
    if (!named.ok) return named;
    const moved = await moveCase(tx, by, taken.value, "name_officials", { set: named.value.set, data: { named: named.value.count } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** Stores the list; answers what the case's own row must change with it. */
export async function setNamedOfficials(tx: Db, by: Official, seen: CaseRow, officialIds: readonly string[], now: Date) {
  const wanted = [...new Set(officialIds)];
  if (wanted.length > 0) {
    const known = await tx.select({ id: officials.id }).from(officials).where(inArray(officials.id, wanted));
    if (known.length < wanted.length) return refuse("case.unknown_official");
  }
  await tx.delete(caseNamedOfficials).where(eq(caseNamedOfficials.caseId, seen.id));
  if (wanted.length > 0) {
    await tx.insert(caseNamedOfficials).values(wanted.map((officialId) => ({ caseId: seen.id, officialId, namedById: by.id, createdAt: now })));
  }
  const set: Partial<CaseRow> = seen.handlerId && wanted.includes(seen.handlerId) ? { handlerId: null } : {};
  return done({ set, count: wanted.length });
}

/** Officials a case may complain of: those in service, by name. */
export async function listNameableOfficials(db: Db): Promise<NamedOfficial[]> {
  return db
    .select({ id: officials.id, name: officials.name, position: officials.position })
    .from(officials)
    .where(eq(officials.active, true))
    .orderBy(sql`${officials.name} collate "vi-x-icu"`, officials.id)
    .limit(2000);
}
