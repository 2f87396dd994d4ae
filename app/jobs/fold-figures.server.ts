import { eachInTurn } from "#app/domain/each-in-turn.ts";
import { foldCaseDays } from "#app/domain/feedback/index.server.ts";
import { foldPublicCounts } from "#app/domain/publishing/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Folds of one run: six years of days. While cases change without end, the next minute goes on. */
const foldsMost = 40;

/** Keeps the figures of cases by day, and the counts of what is public, short. No figure is another one afterwards. */
export async function foldFigures({ db }: Pick<Portal, "db">): Promise<void> {
  const foldDays = async () => {
    for (let folds = 0; folds < foldsMost; folds++) if ((await foldCaseDays(db)) === 0) return;
  };
  await eachInTurn([foldDays, () => foldPublicCounts(db)], (fold) => fold());
}
