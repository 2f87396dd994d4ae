import { freezeDueMonths } from "#app/domain/service-quality/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** After a month's end: freezes its figures of Decision 766 for every authority. Asked daily, it does so once. */
export async function freezeMonths({ db, log, now }: Pick<Portal, "db" | "log" | "now">): Promise<void> {
  const frozen = await freezeDueMonths(db, now());
  if (frozen > 0) log.info({ frozen }, "froze the figures of the month that ended");
}
