import { desc } from "drizzle-orm";
import { calendarVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** Calendar versions, newest first. The author stands in the trace. */
export async function listCalendarVersions(db: Db): Promise<{ id: number; note: string; createdBy: string | null; createdAt: Date }[]> {
  return db
    .select({ id: calendarVersions.id, note: calendarVersions.note, createdBy: calendarVersions.createdBy, createdAt: calendarVersions.createdAt })
    .from(calendarVersions)
    .orderBy(desc(calendarVersions.id))
    .limit(50);
}
