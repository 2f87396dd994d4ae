import { currentCalendar } from "#app/domain/calendar/index.server.ts";
import { daysBetween } from "#app/domain/calendar/civil-day.ts";
import { explainDeadline, type DeadlineExplanation } from "#app/domain/calendar/explain-deadline.ts";
import { workingDaysBetween } from "#app/domain/calendar/working-days.ts";
import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/**
 * Every day between receipt and due day of a public case, from its public copy and the calendar alone. What happened on
 * the way (a supplement, an extension) stands in the time line; null when nothing lies between.
 */
export async function explainPublicDeadline(
  db: Visit["db"],
  { kind, receivedOn, dueOn }: PublicContent["case"],
): Promise<DeadlineExplanation | null> {
  const calendar = await currentCalendar(db);
  const count = kind === "phan_anh_hien_truong" ? "calendar_days" : "working_days";
  const amount = count === "calendar_days" ? daysBetween(receivedOn, dueOn) : workingDaysBetween(calendar, receivedOn, dueOn);
  return amount > 0 ? explainDeadline(calendar, { from: receivedOn, amount, count }) : null;
}
