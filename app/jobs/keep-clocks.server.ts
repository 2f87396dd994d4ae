import { publishDueArticles } from "#app/domain/content/index.server.ts";
import { keepCases } from "#app/domain/feedback/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Hourly: what the portal does by itself as days pass, to cases and to articles scheduled for a day. */
export async function keepClocks(portal: Portal): Promise<void> {
  const { lapsed, closed } = await keepCases(portal.db, portal.keys, portal.now());
  const published = await publishDueArticles(portal.db, portal.now());
  if (lapsed > 0 || closed > 0 || published > 0) portal.log.info({ lapsed, closed, published }, "cases and articles moved on with the days");
}
