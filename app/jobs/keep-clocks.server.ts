import { civilHour } from "#app/domain/calendar/civil-day.ts";
import { publishDueArticles } from "#app/domain/content/index.server.ts";
import { catchUp, warnOfDeadlines } from "#app/domain/deadlines/index.server.ts";
import { keepCases } from "#app/domain/feedback/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Officials are warned in the morning of Việt Nam; a portal that was down then does it in the next hour it is up. */
const warningHour = 7;

/** Hourly: what the portal does by itself as days pass, to clocks, cases and articles scheduled for a day. */
export async function keepClocks(portal: Portal): Promise<void> {
  const { db, keys, log } = portal;
  const now = portal.now();
  const { lapsed, closed } = await keepCases(db, keys, now);
  const published = await publishDueArticles(db, now);
  const caughtUp = await catchUp(db, keys, now);
  if (lapsed + closed + published + caughtUp > 0) log.info({ lapsed, closed, published, caughtUp }, "cases and articles moved on with the days");

  if (civilHour(now) < warningHour) return;
  const { officials, warnings } = await warnOfDeadlines(db, keys, now);
  if (officials > 0) log.info({ officials, warnings }, "officials were warned of their deadlines");
}
