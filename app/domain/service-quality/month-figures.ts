import { roundHalfUp } from "../insights/estimators.ts";
import { type Figure, plainFigure } from "../insights/figures.ts";
import type { MonthSnapshot } from "./month-snapshot.ts";
import type { Decision766Rules, SubIndex } from "./rules-schema.ts";
import { type FigureMark, lateFaults, type MonthMeasure } from "./vocabulary.ts";

/** One sub-index of a month. `rate` in percent and `points`, two decimals half up; null without a base. */
export type MonthFigure = {
  code: string;
  mark: FigureMark;
  numerator: number | null;
  denominator: number | null;
  rate: Figure;
  points: Figure;
  importedFrom: string | null;
  importedOn: string | null;
};

export type MonthFigures = {
  groups: { code: string; items: MonthFigure[] }[];
  /** Sum of the points there are, and of the maxima of those sub-indices. */
  points: number;
  most: number;
};

/** All figures of a month. Pure: the same snapshot and rules give the same figures, whenever they are asked for. */
export function figuresOfMonth(rules: Decision766Rules, snapshot: MonthSnapshot): MonthFigures {
  const groups = rules.groups.map(({ code, items }) => ({ code, items: items.map((item) => figureOf(item, snapshot)) }));
  const given = rules.groups.flatMap(({ items }, at) => items.map((item, place) => ({ item, figure: groups[at]?.items[place] })));
  const withPoints = given.filter(({ figure }) => figure?.points.value !== null && figure?.points.value !== undefined);
  const hundredths = (sum: number, value: number) => sum + Math.round(100 * value);
  return {
    groups,
    points: withPoints.map(({ figure }) => figure?.points.value ?? 0).reduce(hundredths, 0) / 100,
    most: withPoints.map(({ item }) => item.max).reduce(hundredths, 0) / 100,
  };
}

type Share = { numerator: number; denominator: number };

function figureOf(item: SubIndex, snapshot: MonthSnapshot): MonthFigure {
  const own = item.measure ? measures[item.measure](snapshot) : null;
  const entered = own ? undefined : snapshot.entered.find(({ code }) => code === item.code);
  const share = own ?? entered ?? null;
  // The dossiers behind 5.4 were brought in, although the portal works the share out.
  const brought = entered ? { source: entered.source, on: entered.enteredOn } : dossiersOf(item.measure, snapshot);
  const base = share?.denominator ?? null;
  const hasBase = share !== null && share.denominator > 0;
  return {
    code: item.code,
    mark: share === null ? "missing" : !hasBase ? "no_base" : brought ? "imported" : "computed",
    numerator: share?.numerator ?? null,
    denominator: base,
    rate: plainFigure("decision_766_rate", hasBase ? roundHalfUp(100 * share.numerator, share.denominator) : null, base),
    points: plainFigure("decision_766_points", hasBase ? pointsOf(item, share) : null, base),
    importedFrom: share === null ? null : (brought?.source ?? null),
    importedOn: share === null ? null : (brought?.on ?? null),
  };
}

/** rate × max ÷ fullAt, from the exact share, two decimals half up; the maximum from `fullAt` on. */
export function pointsOf({ max, fullAt }: Pick<SubIndex, "max" | "fullAt">, { numerator, denominator }: Share): number {
  // Hundredths, so that 2.5 points and 62.5 % stay whole numbers.
  const [maxHundredths, fullHundredths] = [Math.round(100 * max), Math.round(100 * fullAt)];
  if (BigInt(numerator) * 10_000n >= BigInt(denominator) * BigInt(fullHundredths)) return max;
  return roundHalfUp(BigInt(numerator) * 100n * BigInt(maxHundredths), BigInt(denominator) * BigInt(fullHundredths));
}

const dossiersOf = (measure: MonthMeasure | null, { dossiers }: MonthSnapshot) =>
  measure === "dossiers_content" && dossiers ? { source: dossiers.source, on: dossiers.importedOn } : null;

const shareOf = <Item>(items: readonly Item[], counts: (item: Item) => boolean): Share => ({
  numerator: items.filter(counts).length,
  denominator: items.length,
});

/** How the portal works out each share (Decision 766; domain.md 3.4); null where it cannot. */
const measures: Readonly<Record<MonthMeasure, (snapshot: MonthSnapshot) => Share | null>> = {
  decided_in_time: ({ procedures }) =>
    shareOf(
      procedures.filter(({ decidedInTime }) => decidedInTime !== null),
      ({ decidedInTime }) => decidedInTime === true,
    ),
  published_in_time: ({ procedures }) =>
    shareOf(
      procedures.filter(({ publishedInTime }) => publishedInTime !== null),
      ({ publishedInTime }) => publishedInTime === true,
    ),
  complete_records: ({ procedures }) =>
    shareOf(
      procedures.filter(({ inForce }) => inForce),
      ({ missing }) => missing.length === 0,
    ),
  cases_classified: ({ received }) => ({ numerator: received.classified, denominator: received.all }),
  cases_in_time: ({ cases }) =>
    shareOf(
      cases.filter(({ steps }) => steps.length > 0),
      ({ faults }) => !faults.some((fault) => lateFaults.some((late) => late === fault)),
    ),
  cases_content: ({ cases }) => shareOf(cases, ({ faults }) => faults.length === 0),
  dossiers_content: ({ dossiers }) =>
    dossiers && { numerator: Math.max(0, dossiers.all - dossiers.late - dossiers.reported), denominator: dossiers.all },
};
