import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Figure } from "../insights/figures.ts";
import { type ExcludedSheets, excludedSheets } from "./excluded-sheets.server.ts";
import { findRound } from "./find-round.server.ts";
import { listFrozenResults } from "./frozen-results.server.ts";
import type { GroupFigures } from "./group-figures.ts";
import { roundFigures } from "./round-figures.server.ts";
import { type FlagCounts, roundQuality } from "./round-quality.server.ts";
import { isFinal } from "./rules.ts";
import type { ModeGroup, RoundState, SheetMode } from "./vocabulary.ts";

/** One line of the open data: a figure and what it is of. Without unit, factor, criterion or mode it is the round's own: of services, or of policies. */
export type PublishedFigure = {
  metric: Figure["metric"];
  version: number;
  group: ModeGroup;
  /** Of criteria about policies, which no figure without this word holds. */
  about?: "policy";
  unit?: string;
  factor?: string;
  criterion?: string;
  mode?: SheetMode;
  /** A closed question and one of its options: what was chosen (`choice_share`), or how satisfied those were who chose it. */
  question?: string;
  option?: string;
  value: number | null;
  n: number | null;
  low: number | null;
  high: number | null;
  suppressed: boolean;
  /** Of a drawn sample: how its interval was made, and the sheets of a simple random sample with as much error. */
  method?: Figure["method"];
  effective?: number | null;
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
  /** Sheets that carry a flag, counted in the figures all the same; without a mode of the whole group. */
  quality: ({ group: ModeGroup; mode?: SheetMode; sheets: number } & FlagCounts)[];
  /** Sheets that were declared invalid and are in no figure, by reason. */
  excluded: ExcludedSheets[];
  /** Which edition of the results this is; null while they are provisional. A correction is told in words. */
  edition: { number: number; publishedOn: string; contentSha256: string; note: { vi: string; en: string | null } | null } | null;
};

/** The figures of a round as open data, the same that its page shows; undefined for a round nobody may see. */
export async function resultsForPublication(db: Db, slug: string): Promise<PublishedResults | undefined> {
  const round = await findRound(db, slug);
  if (!round || round.state === "draft") return undefined;
  const [{ groups }, quality, excluded, editions] = await Promise.all([
    roundFigures(db, round),
    roundQuality(db, round),
    excludedSheets(db, round),
    listFrozenResults(db, round.id),
  ]);
  const [newest] = editions;

  return {
    round: round.slug,
    state: round.state,
    final: isFinal(round.state),
    questionnaire: round.questionnaire,
    variant: round.variant,
    target: round.target,
    n: groups.reduce((sum, { sheets }) => sum + (sheets ?? 0), 0),
    figures: groups.flatMap(publishedFigures),
    quality: quality.flatMap(({ group, sheets, flags, modes }) => [
      { group, sheets, ...flags },
      ...modes.map((mode) => ({ group, mode: mode.mode, sheets: mode.sheets, ...mode.flags })),
    ]),
    excluded,
    edition: newest
      ? { number: newest.edition, publishedOn: civilDay(newest.publishedAt), contentSha256: newest.contentSha256, note: newest.note }
      : null,
  };
}

/** The figures of a group as lines of open data. */
export function publishedFigures({
  group,
  overall,
  dissatisfaction,
  factors,
  policy,
  criteria,
  units,
  modes,
  choices,
  profiles,
  importance,
  byTransactions,
}: GroupFigures): PublishedFigure[] {
  const line = (
    { metric, version, value, n, low, high, suppressed, method, effective }: Figure,
    of: Pick<PublishedFigure, "about" | "unit" | "factor" | "criterion" | "mode" | "question" | "option"> = {},
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
    ...(method === undefined ? {} : { method }),
    ...(effective === undefined ? {} : { effective }),
  });
  return [
    line(overall),
    line(dissatisfaction),
    ...(policy ? [line(policy.overall, { about: "policy" }), line(policy.dissatisfaction, { about: "policy" })] : []),
    ...factors.map(({ code, figure }) => line(figure, { factor: code })),
    ...(policy?.factors ?? []).map(({ code, figure }) => line(figure, { about: "policy", factor: code })),
    ...criteria.map(({ code, part, factor, figure }) =>
      line(figure, { criterion: code, ...(policy && part === "policy" ? { about: "policy" as const } : {}), ...(factor === null ? {} : { factor }) }),
    ),
    ...importance.map(({ code, figure }) => line(figure, { criterion: code })),
    ...(byTransactions ? [line(byTransactions.figure)] : []),
    ...units.map(({ slug: unit, figure }) => line(figure, { unit })),
    ...modes.map(({ mode, figure }) => line(figure, { mode })),
    ...[...choices, ...profiles].flatMap(({ code, options }) =>
      options.map((option) => line(option.figure, { question: code, option: option.code })),
    ),
  ];
}
