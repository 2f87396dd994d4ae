import type { SheetCounts } from "./count-sheets.server.ts";
import type { SetAside } from "./set-aside.ts";
import { groupOfMode, type ModeGroup, modeGroups } from "./vocabulary.ts";
import { countByStratum, type SampleStratum } from "./weigh-sample.ts";

/** The counts of those who chose to answer, or of those who were drawn, with what figures of theirs were computed without. */
export type SplitGroup = {
  group: ModeGroup;
  /** Of drawn people by stratum, where all of them belong to one. */
  counts: readonly SheetCounts[];
  isWeighted: boolean;
  setAside: readonly SetAside[];
  /** What was set aside, by the places that `counts` has. */
  parts: readonly Omit<SetAside, "profiles">[];
};

/** There is always the group of those who chose to answer, though it be empty; drawn ones only where somebody was drawn. */
export function splitGroups(counts: readonly SheetCounts[], setAside: readonly SetAside[], strata: readonly SampleStratum[]): SplitGroup[] {
  return modeGroups.flatMap((group) => {
    const ofGroup = (cells: readonly SheetCounts[]) => cells.filter((cell) => groupOfMode[cell.mode] === group);
    const own = ofGroup(counts);
    if (own.length === 0 && group === "drawn") return [];
    const ofThem = setAside
      .map((part) => ({ ...part, counts: ofGroup(part.counts), profiles: part.profiles.filter((one) => one.group === group) }))
      .filter((part) => part.counts.length > 0);
    // All by stratum or none: parts are taken away from the whole.
    const byStratum = (cells: readonly SheetCounts[]) => countByStratum(cells, strata);
    const isWeighted = group === "drawn" && strata.length > 0 && [own, ...ofThem.map((part) => part.counts)].every(byStratum);
    const placed = (cells: readonly SheetCounts[]) => (isWeighted ? (byStratum(cells) ?? cells) : cells);
    return [
      {
        group,
        counts: placed(own),
        isWeighted,
        setAside: ofThem,
        parts: ofThem.map(({ isOut, leftOutBefore, counts: cells }) => ({ isOut, leftOutBefore, counts: placed(cells) })),
      },
    ];
  });
}
