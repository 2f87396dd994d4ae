import type { Db } from "#db/schema/handle.ts";
import { findSnapshotContent, type FiguresOf } from "./counted-groups.server.ts";
import type { Round } from "./find-round.server.ts";
import { type ExclusionReason, exclusionReasons, groupOfMode, type ModeGroup, modeGroups, type SheetMode } from "./vocabulary.ts";

/** Sheets that were declared invalid for one reason: in no figure, and never left out in silence. */
export type ExcludedSheets = { group: ModeGroup; reason: ExclusionReason; sheets: number };

/** How many sheets the figures of a round were computed without, by who chose to answer and by reason. */
export async function excludedSheets(db: Db, round: Round, of: FiguresOf = "public"): Promise<ExcludedSheets[]> {
  const content = (await findSnapshotContent(db, round, of)) as {
    exclusions?: { reason: ExclusionReason; sheets: { mode: SheetMode; n: number }[] }[];
  } | null;
  const counted = (content?.exclusions ?? []).flatMap(({ reason, sheets }) => sheets.map(({ mode, n }) => ({ group: groupOfMode[mode], reason, n })));
  return modeGroups.flatMap((group) =>
    exclusionReasons.flatMap((reason) => {
      const sheets = counted.filter((one) => one.group === group && one.reason === reason).reduce((sum, { n }) => sum + n, 0);
      return sheets > 0 ? [{ group, reason, sheets }] : [];
    }),
  );
}
