import { desc, eq } from "drizzle-orm";
import { calendarDays, calendarVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { officialDays } from "./official-days.ts";
import { calendarOf, type Calendar, type SpecialDay } from "./working-days.ts";

/**
 * Versions never change, so what was read once holds. The key names the database too (by the instant the version was
 * made there): tests and tools open several in one process.
 */
const kept = new Map<string, Calendar>();
const keptAtMost = 200;

/** One stored version. @throws when there is none of that number: a clock would be without its calendar. */
export async function loadCalendar(db: Db, versionId: number): Promise<Calendar> {
  const [version] = await db.select().from(calendarVersions).where(eq(calendarVersions.id, versionId));
  if (!version) throw new Error(`There is no calendar version ${versionId}`);
  return calendarOfVersion(db, version);
}

/** The newest version: the one new clocks use. @throws when the world was not prepared. */
export async function currentCalendar(db: Db): Promise<Calendar> {
  const [version] = await db.select().from(calendarVersions).orderBy(desc(calendarVersions.id)).limit(1);
  if (!version) throw new Error("There is no calendar: the world was not prepared");
  return calendarOfVersion(db, version);
}

async function calendarOfVersion(db: Db, version: typeof calendarVersions.$inferSelect): Promise<Calendar> {
  const key = `${version.id} ${version.createdAt.getTime()}`;
  const known = kept.get(key);
  if (known) return known;

  const rows = await db.select().from(calendarDays).where(eq(calendarDays.versionId, version.id));
  const days = rows.map(({ day, kind, nameVi, nameEn, source, unitId }): SpecialDay => {
    const provisional = unitId === null && expected.has(`${day} ${source}`);
    return { day, kind, nameVi, nameEn, source, unitId, provisional };
  });
  const firstGuess = days.filter((day) => day.provisional).reduce<string | null>((least, { day }) => (least && least < day ? least : day), null);
  const noticesUntil = firstGuess ? `${Number(firstGuess.slice(0, 4)) - 1}-12-31` : null;

  if (kept.size >= keptAtMost) kept.clear();
  const calendar = calendarOf(version.id, days, noticesUntil);
  kept.set(key, calendar);
  return calendar;
}

/** Shipped lines that only guess. A stored line is one of them until an official enters the notice as its source. */
const expected = new Set(officialDays.filter((day) => day.provisional).map(({ day, source }) => `${day} ${source}`));
