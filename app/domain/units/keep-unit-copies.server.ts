import { and, eq, exists, gt, gte, inArray, lt, lte, or, sql } from "drizzle-orm";
import { publicCopies, unitSuccessions, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { publishUnit } from "./publish-unit.server.ts";

/**
 * A unit's name, place and end are decided for a day that is often still to come; its public copy says how it is today.
 * Publishes anew, through the gateway, the copy of every unit that began, changed or ended since its copy was written, and
 * of those that name such a unit, where they now say something else. Days on which the portal was down are made up for.
 * What was never public, or was withdrawn, stays so. A unit that fails keeps no other; errors are thrown at the end.
 * @returns how many copies changed
 */
export async function keepUnitCopies(db: Db, now: Date): Promise<number> {
  const today = civilDay(now);
  const changed = await listTurned(db, today);
  if (changed.length === 0) return 0;
  const around = await listNaming(db, changed);
  let published = 0;
  await eachInTurn([...changed, ...around.filter((one) => !changed.includes(one))], async (id) => {
    const answer = await db.transaction((tx) => publishUnit(tx, "portal", id, today, { now, onlyIf: "changed" }));
    if (answer.ok && answer.value.version !== null) published += 1;
  });
  return published;
}

/** Public units with a version that began or ended after the day of their copy, until `today`. */
async function listTurned(db: Db, today: string): Promise<string[]> {
  const writtenOn = sql`(${publicCopies.publishedAt} at time zone 'Asia/Ho_Chi_Minh')::date`;
  const began = and(gt(unitVersions.validFrom, writtenOn), lte(unitVersions.validFrom, today));
  // A unit's last day is a day of its life.
  const ended = and(gte(unitVersions.validTo, writtenOn), lt(unitVersions.validTo, today));
  const turned = db
    .select({ id: unitVersions.id })
    .from(unitVersions)
    .where(and(eq(unitVersions.unitId, publicCopies.subjectId), or(began, ended)));
  const rows = await db
    .select({ id: publicCopies.subjectId })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "unit"), exists(turned)));
  return rows.map(({ id }) => id);
}

/** Public units whose copies name one of these: those below them, of their authority, before and after them. */
async function listNaming(db: Db, ids: readonly string[]): Promise<string[]> {
  const these = [...ids];
  const [below, ofAuthority, before, after] = await Promise.all([
    db.selectDistinct({ id: unitVersions.unitId }).from(unitVersions).where(inArray(unitVersions.parentId, these)),
    db.select({ id: units.id }).from(units).where(inArray(units.authorityId, these)),
    db.selectDistinct({ id: unitSuccessions.fromUnitId }).from(unitSuccessions).where(inArray(unitSuccessions.toUnitId, these)),
    db.selectDistinct({ id: unitSuccessions.toUnitId }).from(unitSuccessions).where(inArray(unitSuccessions.fromUnitId, these)),
  ]);
  const all = [...new Set([...below, ...ofAuthority, ...before, ...after].map(({ id }) => id))];
  if (all.length === 0) return [];
  const rows = await db
    .select({ id: publicCopies.subjectId })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "unit"), inArray(publicCopies.subjectId, all)));
  return rows.map(({ id }) => id);
}
