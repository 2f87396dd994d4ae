import { type Figure, figureOfRate, suppressedFigure } from "../insights/figures.ts";
import { safeCells, suppressTwoWay } from "../insights/suppression.ts";
import type { SlipCount } from "./count-slips.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { CountsMask } from "./mask-counts.ts";
import { groupOfMode, type ModeGroup, type SheetMode, sheetModes } from "./vocabulary.ts";

/** Desk slips of a unit or of all together; `used` is null and `returned` suppressed where how many were used may not be published. */
type ShownSlipCount = { issued: number; used: number | null; returned: Figure };
export type ShownSlips = { units: (ShownSlipCount & { unitId: string })[]; total: ShownSlipCount };

/** The counts of a group, as far as slips used are told beside its results. */
type BesideSlips = {
  group: ModeGroup;
  counts: readonly Pick<SheetCounts, "unitId" | "mode" | "sheets">[];
  mask: CountsMask;
};

/** The way of answering that desk slips lead to, and the group that takes it. */
const bySlip: SheetMode = "desk_slip";
const nobody: BesideSlips = {
  group: groupOfMode[bySlip],
  counts: [],
  mask: { showing: () => "nothing", modeIsShown: () => false },
};

/**
 * What may be published of how many desk slips were used. Of a unit only where its results are shown: hidden units must be able to
 * hold any number. Neither slips used nor the unit's other sheets (its sheets less slips used) may be one to four, or follow from
 * the total. And where ways of answering are shown, slips used fix one of them at each desk: if a handful at a desk would
 * follow from that, nothing is said of any unit.
 */
export function maskUsedSlips(slips: readonly SlipCount[], groups: readonly BesideSlips[]): ShownSlips {
  const { counts, mask } = groups.find(({ group }) => group === nobody.group) ?? nobody;
  const byUnit = sumBy(counts, ({ unitId }) => unitId);
  const sheetsOf = (unitId: string) => byUnit.get(unitId) ?? 0;
  const isApart = (unitId: string) => mask.showing({ unitId }) === "nothing";
  // Hidden units that had no slips are among the others of the total.
  const without = [...byUnit.keys()].filter((id) => slips.every(({ unitId }) => unitId !== id) && isApart(id));
  const rows = [...slips, ...without.map((unitId) => ({ unitId, used: 0 }))];
  const apart = rows.map(({ unitId }) => isApart(unitId));
  const layers = [rows.map(({ used }) => used), rows.map(({ unitId, used }) => Math.abs(sheetsOf(unitId) - used))].map((cells) => {
    const hidden = suppressTwoWay([cells], { hidden: [apart], rowTotals: [false], columnTotals: apart, total: false });
    return { hides: (at: number) => cells[at] !== 0 && hidden.hidden[0]?.[at] !== false, hidesTotal: sumOf(cells) > 0 && hidden.total };
  });
  const told = slips.filter((_, at) => apart[at] === false && !layers.some(({ hides }) => hides(at))).map(({ unitId }) => unitId);
  const tellsUnits = desksAreSafe(counts, mask, told);
  const isTold = ({ unitId, used }: SlipCount) => (used === 0 && sheetsOf(unitId) === 0) || (tellsUnits && told.includes(unitId));
  const all = { issued: sumOf(slips.map(({ issued }) => issued)), used: sumOf(slips.map(({ used }) => used)) };
  return {
    units: slips.map((slip) => ({ unitId: slip.unitId, ...shown(slip, isTold(slip)) })),
    total: shown(all, !layers.some(({ hidesTotal }) => hidesTotal)),
  };
}

function shown({ issued, used }: { issued: number; used: number }, isShown: boolean): ShownSlipCount {
  if (!isShown) return { issued, used: null, returned: suppressedFigure("slip_return_rate") };
  return { issued, used, returned: figureOfRate("slip_return_rate", used, issued) };
}

/** Whether every handful that answered in one way at one desk can be imagined as five, slips used at these desks being known. */
function desksAreSafe(counts: BesideSlips["counts"], mask: CountsMask, told: readonly string[]): boolean {
  const modes = sheetModes.filter((mode) => counts.some((cell) => cell.mode === mode));
  const units = [...new Set(counts.map(({ unitId }) => unitId))];
  if (!modes.some((mode) => mask.modeIsShown(mode))) return true;
  const byDesk = sumBy(counts, ({ unitId, mode }) => `${unitId} ${mode}`);
  const table = units.map((unitId) => modes.map((mode) => byDesk.get(`${unitId} ${mode}`) ?? 0));
  const isSafe = safeCells(
    table,
    {
      hidden: units.map((unitId) => modes.map((mode) => !(mode === bySlip && told.includes(unitId)))),
      rowTotals: units.map((unitId) => mask.showing({ unitId }) === "nothing"),
      columnTotals: modes.map((mode) => !mask.modeIsShown(mode)),
      total: mask.showing({}) === "nothing",
    },
    // Which ways lead to a desk is known; one that nobody took there is taken for one that does not.
    () => false,
  );
  return units.every((_, row) => modes.every((_mode, column) => isSafe(row, column)));
}

type Sheets = BesideSlips["counts"][number];

function sumBy(counts: readonly Sheets[], keyOf: (cell: Sheets) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const cell of counts) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.sheets);
  return sums;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
