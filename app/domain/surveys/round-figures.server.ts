import type { Db } from "#db/schema/handle.ts";
import { countedGroups } from "./counted-groups.server.ts";
import type { Round } from "./find-round.server.ts";
import { figuresOfGroup, type GroupFigures } from "./group-figures.ts";
import type { Place } from "./mask-counts.ts";

export type { CriterionFigure, GroupFigures } from "./group-figures.ts";

export type RoundFigures = {
  groups: GroupFigures[];
  /** Procedures that have sheets which may be shown. */
  procedureIds: string[];
};

/**
 * All figures of a round, or of one of its units or procedures (or both). Exact at this moment: tallies plus what is not
 * folded yet while the round takes answers, the frozen counts after it closed.
 */
export async function roundFigures(db: Db, round: Round, selection: Place = {}): Promise<RoundFigures> {
  const groups = await countedGroups(db, round);
  const procedureIds = [...new Set(groups.flatMap(({ counts }) => counts.flatMap((cell) => (cell.procedureId === null ? [] : [cell.procedureId]))))];
  return {
    groups: groups.map((group) => figuresOfGroup(round, group, selection)),
    procedureIds: procedureIds.filter((procedureId) => groups.some(({ mask }) => mask.showing({ ...selection, procedureId }) !== "nothing")),
  };
}
