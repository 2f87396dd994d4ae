import { compareFigures, type FigureComparison } from "../insights/compare-figures.ts";
import type { Figure } from "../insights/figures.ts";
import type { GroupFigures } from "./group-figures.ts";

/** Those drawn beside those who chose to answer: two figures and what may be said of their difference, never one figure of both. */
export type GroupComparison = { drawn: Figure; selfSelected: Figure; comparison: FigureComparison };

/** Undefined where a round has not both groups, or one of them may not be shown. */
export function compareGroups(groups: readonly GroupFigures[]): GroupComparison | undefined {
  const drawn = groups.find(({ group }) => group === "drawn")?.overall;
  const selfSelected = groups.find(({ group }) => group === "self_selected")?.overall;
  if (!drawn || !selfSelected || drawn.value === null || selfSelected.value === null) return undefined;
  return { drawn, selfSelected, comparison: compareFigures(drawn, selfSelected, "group_difference") };
}
