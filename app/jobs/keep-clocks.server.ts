import { keepCases } from "#app/domain/feedback/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Hourly: what the portal does to cases by itself as days pass. */
export async function keepClocks(portal: Portal): Promise<void> {
  const { lapsed, closed } = await keepCases(portal.db, portal.keys, portal.now());
  if (lapsed > 0 || closed > 0) portal.log.info({ lapsed, closed }, "cases moved on with the days");
}
