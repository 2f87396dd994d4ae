import { desc } from "drizzle-orm";
import { calendarVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import type { CivilDay } from "./civil-day.ts";
import { loadCalendar } from "./load-calendar.server.ts";
import type { SpecialDay } from "./working-days.ts";

/**
 * What changes against the version it is based on: days are added, each taking the place of what stands there for the
 * same unit (a swap is two, the day off and the day worked instead); or a day is taken out.
 */
export type CalendarChange = { basedOn: number; note: string } & (
  | { add: readonly [SpecialDay, ...SpecialDay[]] }
  | { remove: { day: CivilDay; unitId: string | null } }
);

/** The lines a new version would have. Asks for the right, writes nothing: the preview and the act share it. */
export async function draftVersion(db: Db, by: Official, change: CalendarChange, today: CivilDay) {
  const changed = "add" in change ? change.add : [change.remove];
  if (changed.some(({ unitId }) => !mayIn(by, "calendar.manage", unitId))) return refuse("calendar.not_yours");
  if ("add" in change && change.add.some(({ kind, unitId }) => kind === "dia_phuong" && unitId === null)) return refuse("calendar.local_needs_unit");
  for (const { unitId } of changed) {
    if (unitId && !(await findUnitInForce(db, { id: unitId }, today))) return refuse("calendar.unknown_unit");
  }
  const note = change.note.trim().slice(0, 300);
  if (!note) return refuse("calendar.note_missing");

  const [newest] = await db.select().from(calendarVersions).orderBy(desc(calendarVersions.id)).limit(1);
  if (!newest || newest.id !== change.basedOn) return refuse("calendar.changed_meanwhile");

  const before = [...(await loadCalendar(db, newest.id)).days.values()].flat();
  const kept = before.filter((line) => !changed.some(({ day, unitId }) => line.day === day && line.unitId === unitId));
  if ("remove" in change && kept.length === before.length) return refuse("calendar.no_such_day");
  return done({ basedOn: newest.id, note, days: "add" in change ? [...kept, ...change.add] : kept });
}
