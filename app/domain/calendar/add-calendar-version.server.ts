import { desc, sql } from "drizzle-orm";
import { calendarDays, calendarVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { civilDay } from "./civil-day.ts";
import { loadCalendar } from "./load-calendar.server.ts";
import type { SpecialDay } from "./working-days.ts";

/**
 * What changes against the version it is based on: a day is added, or takes the place of the one that stands there
 * for the same unit; or a day is taken out.
 */
export type CalendarChange = { basedOn: number; note: string } & ({ add: SpecialDay } | { remove: { day: string; unitId: string | null } });

/**
 * Makes a new calendar version with one change. Old versions never change: running clocks keep the one they name,
 * new clocks use the newest. The country's days need the right everywhere, a closure of a unit the right there.
 */
export async function addCalendarVersion(db: Db, by: Official, change: CalendarChange, now = new Date()) {
  const changed = "add" in change ? change.add : change.remove;
  if (!mayIn(by, "calendar.manage", changed.unitId)) return refuse("calendar.not_yours");
  if ("add" in change && change.add.kind === "dia_phuong" && change.add.unitId === null) return refuse("calendar.local_needs_unit");
  if (changed.unitId && !(await findUnitInForce(db, { id: changed.unitId }, civilDay(now)))) return refuse("calendar.unknown_unit");
  const note = change.note.trim().slice(0, 300);
  if (!note) return refuse("calendar.note_missing");

  return inOneAct(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar.versions'))`);
    const [newest] = await tx.select().from(calendarVersions).orderBy(desc(calendarVersions.id)).limit(1);
    if (!newest || newest.id !== change.basedOn) return refuse("calendar.changed_meanwhile");

    const before = [...(await loadCalendar(tx, newest.id)).days.values()].flat();
    const kept = before.filter((line) => line.day !== changed.day || line.unitId !== changed.unitId);
    if ("remove" in change && kept.length === before.length) return refuse("calendar.no_such_day");
    const after = "add" in change ? [...kept, change.add] : kept;

    const [version] = await tx.insert(calendarVersions).values({ note, createdBy: by.id, createdAt: now }).returning();
    if (!version) throw new Error("The calendar version was not stored");
    await tx.insert(calendarDays).values(
      after.map(({ day, kind, nameVi, nameEn, source, unitId }) => ({
        versionId: version.id,
        day,
        kind,
        nameVi,
        nameEn,
        source,
        unitId,
        createdAt: now,
      })),
    );
    await recordEvent(
      tx,
      by,
      {
        act: "calendar.version_added",
        subject: "calendar",
        subjectId: String(version.id),
        data: { basedOn: newest.id, day: changed.day, kind: "add" in change ? change.add.kind : null, unitId: changed.unitId },
      },
      now,
    );
    return done({ version: version.id });
  });
}
