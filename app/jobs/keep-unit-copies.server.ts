import { keepUnitCopies as keep } from "#app/domain/units/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Just after midnight, and hourly for what a night missed: public pages of units that began or ended say so. */
export async function keepUnitCopies({ db, log, now }: Pick<Portal, "db" | "log" | "now">): Promise<void> {
  const published = await keep(db, now());
  if (published > 0) log.info({ published }, "public copies of units follow the day");
}
