import type { Db } from "#db/schema/handle.ts";
import { findSnapshotContent, type FiguresOf } from "./counted-groups.server.ts";
import type { Round } from "./find-round.server.ts";
import { type ExcludedForReason, type ExcludedSheets, sumByReason } from "./sum-by-reason.ts";

export type { ExcludedSheets } from "./sum-by-reason.ts";

/** How many sheets the figures of a round were computed without, by who chose to answer and by reason. */
export async function excludedSheets(db: Db, round: Round, of: FiguresOf = "public"): Promise<ExcludedSheets[]> {
  const content = (await findSnapshotContent(db, round, of)) as { exclusions?: ExcludedForReason[] } | null;
  return sumByReason(content?.exclusions ?? []);
}
