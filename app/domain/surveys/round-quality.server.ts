import type { Db } from "#db/schema/handle.ts";
import { countedGroups, type FiguresOf } from "./counted-groups.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import { type ModeGroup, type SheetFlag, sheetFlags, type SheetMode, sheetModes } from "./vocabulary.ts";

/** How many sheets carry each flag. One sheet may carry several; all are counted in the figures. */
export type FlagCounts = Record<SheetFlag, number>;

export type RoundQuality = {
  group: ModeGroup;
  /** All sheets of the group. */
  sheets: number;
  flags: FlagCounts;
  modes: { mode: SheetMode; sheets: number; flags: FlagCounts }[];
};

/**
 * Flagged sheets by way of answering, from tallies and tail while the round takes answers and from its snapshot afterwards.
 * @param wish.of which sheets: those of the public figures unless said otherwise. @param wish.masked only what may be published: no group and no way of answering whose sheets are hidden in the results
 */
export async function roundQuality(
  db: Db,
  round: Round,
  { masked = true, of = "public" }: { masked?: boolean; of?: FiguresOf } = {},
): Promise<RoundQuality[]> {
  const groups = await countedGroups(db, round, of);
  return groups
    .filter(({ counts, mask }) => counts.length > 0 && (!masked || mask.showing({}) !== "nothing"))
    .map(({ group, counts, mask }) => ({
      group,
      ...sumOf(counts),
      modes: sheetModes
        .filter((mode) => counts.some((cell) => cell.mode === mode) && (!masked || mask.modeIsShown(mode)))
        .map((mode) => ({ mode, ...sumOf(counts.filter((cell) => cell.mode === mode)) })),
    }));
}

function sumOf(counts: readonly SheetCounts[]): { sheets: number; flags: FlagCounts } {
  const flags: FlagCounts = { speeder: 0, straight_lining: 0, same_device_day: 0 };
  for (const [index, flag] of sheetFlags.entries()) flags[flag] = counts.reduce((sum, cell) => sum + (cell.flags?.[index] ?? 0), 0);
  return { sheets: counts.reduce((sum, cell) => sum + cell.sheets, 0), flags };
}
