import { sql } from "drizzle-orm";
import { calendarDays, calendarVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { civilDay } from "./civil-day.ts";
import { type CalendarChange, draftVersion } from "./draft-version.server.ts";
import { loadCalendar } from "./load-calendar.server.ts";
import { moveClocks, planMoves } from "./move-clocks.server.ts";
import { calendarOf } from "./working-days.ts";

/** Which open clocks the change would move, and from which day to which. Refused as the act would be; writes nothing. */
export async function previewCalendarChange(db: Db, by: Official, change: CalendarChange, now = new Date()) {
  const today = civilDay(now);
  const draft = await draftVersion(db, by, change, today);
  if (!draft.ok) return draft;
  return done(await planMoves(db, calendarOf(draft.value.basedOn + 1, draft.value.days), today));
}

/**
 * Makes a new calendar version and puts every open clock under it, in one act. Old versions never change: what was
 * answered keeps the calendar it was answered by. The country's days need the right everywhere, a closure of a unit the
 * right there. A due day never moves before the next working day; the change of each case stands in the trace.
 */
export async function addCalendarVersion(db: Db, by: Official, change: CalendarChange, now = new Date()) {
  return inOneAct(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar.versions'))`);
    const draft = await draftVersion(tx, by, change, civilDay(now));
    if (!draft.ok) return draft;
    const { basedOn, note, days } = draft.value;

    const [version] = await tx.insert(calendarVersions).values({ note, createdBy: by.id, createdAt: now }).returning();
    if (!version) throw new Error("The calendar version was not stored");
    await tx.insert(calendarDays).values(
      days.map(({ day, kind, nameVi, nameEn, source, unitId }) => ({
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
    const { open, moved } = await moveClocks(tx, by, await loadCalendar(tx, version.id), now);
    const [line] = "add" in change ? change.add : [change.remove];
    await recordEvent(
      tx,
      by,
      {
        act: "calendar.version_added",
        subject: "calendar",
        subjectId: String(version.id),
        data: {
          basedOn,
          day: line.day,
          kind: "add" in change ? change.add[0].kind : null,
          also: "add" in change ? (change.add[1]?.day ?? null) : null,
          unitId: line.unitId,
          open,
          moved: moved.length,
        },
      },
      now,
    );
    return done({ version: version.id, open, moved });
  });
}
