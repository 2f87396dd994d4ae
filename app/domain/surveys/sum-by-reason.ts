import { type ExclusionReason, exclusionReasons, groupOfMode, type ModeGroup, modeGroups, type SheetMode } from "./vocabulary.ts";

/** Sheets that were declared invalid for one reason: in no figure, and never left out in silence. */
export type ExcludedSheets = { group: ModeGroup; reason: ExclusionReason; sheets: number };

/** An exclusion as it is frozen: why, and how many sheets by way of answering. */
export type ExcludedForReason = { reason: ExclusionReason; sheets: readonly { mode: SheetMode; n: number }[] };

/** How many were left out, by who chose to answer and by reason; nothing where none were. */
export function sumByReason(exclusions: readonly ExcludedForReason[]): ExcludedSheets[] {
  const counted = exclusions.flatMap(({ reason, sheets }) => sheets.map(({ mode, n }) => ({ group: groupOfMode[mode], reason, n })));
  return modeGroups.flatMap((group) =>
    exclusionReasons.flatMap((reason) => {
      const sheets = counted.filter((one) => one.group === group && one.reason === reason).reduce((sum, { n }) => sum + n, 0);
      return sheets > 0 ? [{ group, reason, sheets }] : [];
    }),
  );
}
