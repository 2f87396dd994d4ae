import type { Db } from "#db/schema/handle.ts";
import type { Figure } from "../insights/figures.ts";
import { findRound } from "./find-round.server.ts";
import { roundFigures } from "./round-figures.server.ts";
import { isFinal } from "./rules.ts";
import type { ModeGroup, RoundState, SheetMode } from "./vocabulary.ts";

/** One line of the open data: a figure and what it is of. Without unit, factor, criterion or mode it is the round's own. */
export type PublishedFigure = {
  metric: Figure["metric"];
  version: number;
  group: ModeGroup;
  unit?: string;
  factor?: string;
  criterion?: string;
  mode?: SheetMode;
  value: number | null;
  n: number | null;
  low: number | null;
  high: number | null;
  suppressed: boolean;
};

export type PublishedResults = {
  round: string;
  state: RoundState;
  /** Approved by a leader; before that the figures are provisional. */
  final: boolean;
  questionnaire: { code: string; version: number };
  variant: "pooled" | "mean";
  target: number | null;
  /** Sheets in the groups that are shown. */
  n: number;
  figures: PublishedFigure[];
};

/** The figures of a round as open data, the same that its page shows; undefined for a round nobody may see. */
export async function resultsForPublication(db: Db, slug: string): Promise<PublishedResults | undefined> {
  const round = await findRound(db, slug);
  if (!round || round.state === "draft") return undefined;
  const { groups } = await roundFigures(db, round);

  const figures = groups.flatMap(({ group, overall, dissatisfaction, factors, criteria, units, modes }) => {
    const line = (
      { metric, version, value, n, low, high, suppressed }: Figure,
      of: Pick<PublishedFigure, "unit" | "factor" | "criterion" | "mode"> = {},
    ): PublishedFigure => ({
      metric,
      version,
      group,
      ...of,
      value,
      n,
      low,
      high,
      suppressed,
    });
    return [
      line(overall),
      line(dissatisfaction),
      ...factors.map(({ code, figure }) => line(figure, { factor: code })),
      ...criteria.map(({ code, factor, figure }) => line(figure, { criterion: code, ...(factor === null ? {} : { factor }) })),
      ...units.map(({ slug: unit, figure }) => line(figure, { unit })),
      ...modes.map(({ mode, figure }) => line(figure, { mode })),
    ];
  });

  return {
    round: round.slug,
    state: round.state,
    final: isFinal(round.state),
    questionnaire: round.questionnaire,
    variant: round.variant,
    target: round.target,
    n: groups.reduce((sum, { sheets }) => sum + (sheets ?? 0), 0),
    figures,
  };
}
