import type { Db } from "#db/schema/handle.ts";
import { countedGroups, type CountedRoundGroup, type FiguresOf } from "./counted-groups.server.ts";
import type { Round } from "./find-round.server.ts";
import { figuresOfGroup, type GroupFigures } from "./group-figures.ts";
import type { Place } from "./mask-counts.ts";
import { coverFigures } from "./set-aside.ts";

export type { CriterionFigure, GroupFigures } from "./group-figures.ts";

export type RoundFigures = {
  groups: GroupFigures[];
  /** Procedures that have sheets which may be shown. */
  procedureIds: string[];
};

/**
 * All figures of a round, or of one of its units or procedures (or both). Exact at this moment: tallies plus what is not
 * folded yet while the round takes answers, the frozen counts after it was computed; none in between.
 */
export async function roundFigures(db: Db, round: Round, selection: Place = {}, of: FiguresOf = "public"): Promise<RoundFigures> {
  return figuresIn(round, await countedGroups(db, round, of), selection);
}

/** The same out of counts that are read already: for many selections of one moment. */
export function figuresIn(round: Round, groups: readonly CountedRoundGroup[], selection: Place = {}): RoundFigures {
  const procedureIds = [...new Set(groups.flatMap(({ counts }) => counts.flatMap((cell) => (cell.procedureId === null ? [] : [cell.procedureId]))))];
  return {
    groups: groups.map((group) => coverFigures(round.layout, figuresOfGroup(round, group, selection), group)),
    procedureIds: procedureIds.filter((procedureId) => groups.some(({ mask }) => mask.showing({ ...selection, procedureId }) !== "nothing")),
  };
}
