import { civilHour } from "#app/domain/calendar/civil-day.ts";
import { publishDueArticles } from "#app/domain/content/index.server.ts";
import { catchUp, warnOfDeadlines } from "#app/domain/deadlines/index.server.ts";
import { eachInTurn } from "#app/domain/each-in-turn.ts";
import { keepCases } from "#app/domain/feedback/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Officials are warned in the morning of Việt Nam; a portal that was down then does it in the next hour it is up. */
const warningHour = 7;

/** Hourly: what the portal does by itself as days pass, to clocks, cases and articles scheduled for a day. What fails keeps nothing else. */
export async function keepClocks(portal: Portal): Promise<void> {
  const { db, keys, log } = portal;
  const now = portal.now();
  const moveCases = async () => {
    const { lapsed, closed } = await keepCases(db, keys, now);
    if (lapsed + closed > 0) log.info({ lapsed, closed }, "cases moved on with the days");
  };
  const publishArticles = async () => {
    const published = await publishDueArticles(db, now);
    if (published > 0) log.info({ published }, "articles of the day were published");
  };
  const moveClocks = async () => {
    const caughtUp = await catchUp(db, keys, now);
    if (caughtUp > 0) log.info({ caughtUp }, "clocks caught up with the calendar");
  };
  const warn = async () => {
    if (civilHour(now) < warningHour) return;
    const { officials, warnings } = await warnOfDeadlines(db, keys, now);
    if (officials > 0) log.info({ officials, warnings }, "officials were warned of their deadlines");
  };
  await eachInTurn([moveCases, publishArticles, moveClocks, warn], (part) => part());
}
