import { and, eq, isNull } from "drizzle-orm";
import { clocks, clockWarnings } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { dueWords, type DueWords } from "../calendar/due-words.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { listDeadlinesOf, type OpenDeadline } from "../feedback/index.server.ts";
import type { Official } from "../people/official.ts";

export type Warned = Pick<OpenDeadline, "clockId" | "code" | "kind" | "step" | "dueOn"> & { words: DueWords };

/** Cases this official was warned of, each with its soonest deadline that still runs; gone as soon as the step is done. */
export async function listWarned(db: Db, by: Official, today: CivilDay, limit = 10): Promise<{ items: Warned[]; total: number }> {
  const warned = await db
    .selectDistinct({ id: clocks.id })
    .from(clockWarnings)
    .innerJoin(clocks, and(eq(clocks.id, clockWarnings.clockId), isNull(clocks.stoppedOn)))
    .where(eq(clockWarnings.officialId, by.id))
    .limit(5_000);
  const deadlines = await listDeadlinesOf(
    db,
    by,
    warned.map(({ id }) => id),
  );
  const calendar = await currentCalendar(db);
  const soonest = deadlines.filter(({ code }, index) => deadlines.findIndex((other) => other.code === code) === index);
  const items = soonest
    .slice(0, limit)
    .map(({ clockId, code, kind, step, dueOn }) => ({ clockId, code, kind, step, dueOn, words: dueWords(calendar, { dueOn }, today) }));
  return { items, total: soonest.length };
}
