import { hiddenBelow } from "../insights/vocabulary.ts";
import type { SlipCount } from "./count-slips.server.ts";
import { askWhatFollows, type Cell, type Part, type SlipsTold, type Told } from "./few-that-follow.ts";
import { type CountsMask, maskCounts, type Place } from "./mask-counts.ts";
import { maskUsedSlips } from "./mask-used-slips.ts";
import type { SetAside, UnitsShown } from "./set-aside.ts";
import { groupOfMode } from "./vocabulary.ts";

export type { Cell } from "./few-that-follow.ts";

/** Sheets that some published figures hold and others do not (`SetAside`). */
export type CountsSetAside = { counts: readonly Cell[] } & Pick<SetAside, "isOut" | "leftOutBefore">;

/** What may be shown of a round parts of which were left out of some figures; `isSafe` is false where nothing may. */
export type BesideMask = CountsMask & {
  isSafe: boolean;
  /** All sheets that came in, and what of them was shown while the round was open. */
  received: { counts: readonly Cell[]; mask: CountsMask };
};

/**
 * What of a round may be shown beside figures that held other sheets. Everybody saw all sheets while the round was open; who
 * subtracts what is shown now from what was shown then, or in an earlier edition, learns of the sheets that were left out.
 *
 * Places that nobody of a part was at show what they showed before: nothing new. What is new is the whole round, and units that
 * a part touched (`chooseUnits`). Procedures, units by procedure and ways of answering that were touched are hidden.
 * @param counts the sheets that are counted. @param parts those that some figures hold and others do not
 */
export function maskBeside(counts: readonly Cell[], parts: readonly CountsSetAside[], units: UnitsShown): BesideMask {
  const beside = parts.filter((part) => part.counts.length > 0);
  const received = beside.length === 0 ? counts : addUp([counts, ...beside.filter(({ isOut }) => isOut).map((part) => part.counts)], 1);
  const all = { counts: received, mask: maskCounts(received) };
  if (beside.length === 0) return { ...all.mask, isSafe: true, received: all };
  if (units === null) return { ...nothing, isSafe: false, received: all };
  return { ...maskEdition(all.mask, beside, units), isSafe: true, received: all };
}

const nothing: CountsMask = { showing: () => "nothing", modeIsShown: () => false };

function maskEdition(all: CountsMask, beside: readonly { counts: readonly Cell[] }[], units: readonly string[]): CountsMask {
  const touched = new Set<string>();
  for (const { unitId, procedureId } of beside.flatMap((part) => part.counts)) {
    for (const place of [{ unitId }, { procedureId }, { unitId, procedureId }]) touched.add(nameOf(place));
  }
  return {
    showing: (place) => {
      const { unitId, procedureId } = place;
      const isUnit = procedureId === undefined && unitId !== undefined;
      return !touched.has(nameOf(place)) || (isUnit && units.includes(unitId)) ? all.showing(place) : "nothing";
    },
    modeIsShown: () => false,
  };
}

/**
 * Chooses which units that lost sheets an edition shows: as many as can be, those that lost most first, without anything about
 * one to four people following from all that was ever published (`askWhatFollows`): the figures of the open round with
 * its desk slips, the earlier editions, and this one. Null where the whole round alone would tell.
 * @param earlier what each edition before it showed
 */
export function chooseUnits(
  counts: readonly Cell[],
  setAside: readonly CountsSetAside[],
  earlier: readonly UnitsShown[],
  slips: readonly SlipCount[],
): UnitsShown {
  const beside = setAside.filter((part) => part.counts.length > 0);
  if (beside.length === 0) return [];
  const edition = earlier.length + 1;
  const kept = addUp([counts, ...beside.filter(({ isOut }) => !isOut).map((part) => part.counts)], -1);
  const parts: Part[] = [
    { counts: kept, leftOutOf: [] },
    ...beside.map(({ counts: own, isOut, leftOutBefore }) => ({ counts: own, leftOutOf: [...leftOutBefore, ...(isOut ? [edition] : [])] })),
  ];
  const received = addUp(
    parts.map((part) => part.counts),
    1,
  );
  const all = maskCounts(received);
  const isIn = (of: number) => (part: Part) => !part.leftOutOf.includes(of);
  // An edition touched what was left out of it or of one before it; of later ones nobody knew.
  const touchedBy = (of: number) => parts.filter(({ leftOutOf }) => leftOutOf.some((one) => one <= of));
  const tellOf = (of: number, units: readonly string[]): Told => ({ mask: maskEdition(all, touchedBy(of), units), holds: isIn(of) });

  const touched = sizes(touchedBy(edition));
  const whole = [...touched.keys()].filter((unitId) => all.showing({ unitId }) === "detail");
  const told = earlier.map((units, index) => tellOf(index + 1, units ?? []));
  const follows = askWhatFollows(parts, [{ mask: all, holds: () => true }, ...told], slipsTold(slips, received, all));
  const isSafeWith = (units: readonly string[]) => !follows(tellOf(edition, units));
  if (!isSafeWith([])) return null;

  const [stayed, left] = [true, false].map((stays) => parts.filter((part) => isIn(edition)(part) === stays).flatMap((part) => part.counts));
  const candidates = whole
    .filter((unitId) => (stayed ?? []).some((cell) => cell.unitId === unitId) && ![stayed, left].some((cells = []) => hasFew(cells, unitId)))
    .sort((a, b) => (touched.get(b) ?? 0) - (touched.get(a) ?? 0) || (a < b ? -1 : 1));
  return most(candidates, isSafeWith).toSorted();
}

/** What was told of desk slips while the round was open. */
function slipsTold(slips: readonly SlipCount[], counts: readonly Cell[], mask: CountsMask): SlipsTold {
  const group = groupOfMode.desk_slip;
  const shown = maskUsedSlips(slips, [{ group, counts, mask }]);
  return { units: shown.units.flatMap(({ unitId, used }) => (used === null ? [] : [unitId])), total: shown.total.used !== null };
}

/** Sheets by unit. */
function sizes(parts: readonly Part[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { unitId, sheets } of parts.flatMap((part) => part.counts)) sums.set(unitId, (sums.get(unitId) ?? 0) + sheets);
  return sums;
}

/** Whether one to four sheets, or sheets with an answer to something, are of the unit: to show it would tell at once. */
function hasFew(cells: readonly Cell[], unitId: string): boolean {
  const [sum] = addUp(
    [cells.filter((cell) => cell.unitId === unitId).map((cell) => ({ ...cell, procedureId: null, mode: "open_link" as const }))],
    1,
  );
  const numbers = sum ? [sum.sheets, ...sum.reached, ...sum.levels.map((levels) => levels.reduce((all, n) => all + n, 0))] : [];
  return numbers.some((n) => n > 0 && n < hiddenBelow);
}

/** How often it is asked whether a choice is safe. Beyond that units are hidden that could have been shown. */
const askedAtMost = 60;

/** As many as may be together, the first ones first: all at once where that is safe, else half after half. */
function most<Item>(candidates: readonly Item[], isSafe: (chosen: readonly Item[]) => boolean): readonly Item[] {
  let asked = 0;
  const choose = (chosen: readonly Item[], more: readonly Item[]): readonly Item[] => {
    if (more.length === 0 || asked >= askedAtMost) return chosen;
    asked += 1;
    if (isSafe([...chosen, ...more])) return [...chosen, ...more];
    if (more.length === 1) return chosen;
    const half = Math.ceil(more.length / 2);
    return choose(choose(chosen, more.slice(0, half)), more.slice(half));
  };
  return choose([], candidates);
}

/** Cells of the first list with those of the others added (1) or taken away (-1). */
function addUp(lists: readonly (readonly Cell[])[], sign: 1 | -1): Cell[] {
  const sums = new Map<string, Cell>();
  for (const [index, list] of lists.entries()) {
    const by = index === 0 ? 1 : sign;
    for (const cell of list) {
      const { unitId, procedureId, mode, sheets, reached, levels } = cell;
      const key = `${nameOf(cell)} ${mode}`;
      const before = sums.get(key);
      const plus = (value: number, at: number | undefined) => (at ?? 0) + by * value;
      sums.set(key, {
        unitId,
        procedureId,
        mode,
        sheets: plus(sheets, before?.sheets),
        reached: reached.map((n, at) => plus(n, before?.reached[at])),
        levels: levels.map(([one, two, three, four, five], at) => {
          const own = before?.levels[at];
          return [plus(one, own?.[0]), plus(two, own?.[1]), plus(three, own?.[2]), plus(four, own?.[3]), plus(five, own?.[4])] as const;
        }),
      });
    }
  }
  return [...sums.values()];
}

const nameOf = ({ unitId, procedureId }: Place): string => `${unitId} ${procedureId}`;
