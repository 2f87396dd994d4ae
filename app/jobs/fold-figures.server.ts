import { foldCaseDays } from "#app/domain/feedback/index.server.ts";
import { foldPublicCounts } from "#app/domain/publishing/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Keeps the figures of cases by day, and the counts of what is public, short. No figure is another one afterwards. */
export async function foldFigures({ db }: Pick<Portal, "db">): Promise<void> {
  let folded = await foldCaseDays(db);
  while (folded > 0) folded = await foldCaseDays(db);
  await foldPublicCounts(db);
}
