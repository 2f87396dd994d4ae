import { freezeDueMonths } from "#app/domain/service-quality/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** After a month's end: freezes its figures of Decision 766 for every authority. Asked daily, so that what fails is tried the next night. */
export async function freezeMonths({ db, log, now }: Pick<Portal, "db" | "log" | "now">): Promise<void> {
  const { frozen, failed } = await freezeDueMonths(db, now());
  if (frozen > 0) log.info({ frozen }, "froze the figures of months that ended");
  for (const { authority, month, why } of failed) {
    log.error(why instanceof Error ? { authority, month, err: why } : { authority, month, refused: why }, "a month was not frozen");
  }
}
