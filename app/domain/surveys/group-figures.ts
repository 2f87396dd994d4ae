import type { LevelCounts } from "../insights/estimators.ts";
import { figureOfCounts, figureOfCriteria, type Figure, suppressedFigure } from "../insights/figures.ts";
import { figureOfPostStrata } from "../insights/post-stratified-figure.ts";
import { figureOfSampleCriteria, figureOfSampleQuestion } from "../insights/sample-figures.ts";
import { noSums, sumsOfQuestion } from "../insights/strata.ts";
import type { Localised } from "../publishing/index.server.ts";
import { choiceFigures, type ChoiceFigures } from "./choice-figures.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { RatedUnit, Round } from "./find-round.server.ts";
import { importanceFigures, type ImportanceFigure } from "./importance-figures.ts";
import type { CountsMask, Place, Showing } from "./mask-counts.ts";
import { profileFigures, type ProfileFigures } from "./profile-figures.ts";
import { type ModeGroup, type QuestionPart, type SheetMode, sheetModes } from "./vocabulary.ts";
import type { SampleWeights } from "./weigh-sample.ts";

export type CriterionFigure = {
  code: string;
  part: QuestionPart;
  factor: string | null;
  text: Localised;
  figure: Figure;
  /** Answers on each level, or null where they may not be shown. */
  levels: LevelCounts | null;
};

/** The figures of those who chose to answer, or of those who were drawn. The two are never put together. */
export type GroupFigures = {
  group: ModeGroup;
  showing: Showing;
  /** Sheets in the selection, or null where it is hidden. */
  sheets: number | null;
  /** How sheets are weighted; undefined where each counts alike. */
  sample: { population: number; strata: number; weights: number } | undefined;
  overall: Figure;
  dissatisfaction: Figure;
  factors: { code: string; name: Localised; figure: Figure }[];
  criteria: CriterionFigure[];
  /** Overall figure of each unit, in the round's order. */
  units: { slug: string; name: Localised; figure: Figure }[];
  /** Overall figure by way of answering; empty for a selection. */
  modes: { mode: SheetMode; figure: Figure }[];
  /** What was chosen at the other closed questions; empty for a selection. */
  choices: ChoiceFigures[];
  /** Overall figure by what people said about themselves; empty for a selection. */
  profiles: ProfileFigures[];
  /** How each service criterion goes together with overall satisfaction; empty for a selection. */
  importance: ImportanceFigure[];
  /**
   * Of those who chose to answer, as a check: the index if each unit counted by its transactions. Undefined for a selection and
   * where transactions are not known.
   */
  byTransactions: { figure: Figure; units: number; hidden: number } | undefined;
};

/** The counts of one group and what of them may be shown. With `weights` they stand for a list that people were drawn from. */
export type CountedGroup = {
  group: ModeGroup;
  counts: readonly SheetCounts[];
  profiles?: readonly ProfileCounts[];
  mask: CountsMask;
  weights?: SampleWeights | undefined;
};

/** All figures of one group of a round, or of one of its units or procedures (or both). Reads nothing. */
export function figuresOfGroup(round: FigureRound, counted: CountedGroup, selection: Place = {}): GroupFigures {
  const { group, counts, profiles = [], mask, weights } = counted;
  const { layout } = round;
  const showing = mask.showing(selection);
  const isWhole = selection.unitId === undefined && selection.procedureId === undefined;
  const cells = counts.filter(within(selection));
  const sum = sumCounts(round, cells);
  const { ofCriteria, ofQuestion } = figureMakers(round, weights);
  const satisfied = weights ? "sample_satisfaction" : "satisfaction_index";
  const dissatisfied = weights ? "sample_dissatisfaction" : "dissatisfaction_rate";
  const overallOf = (part: readonly SheetCounts[], isShown: boolean) => (isShown ? ofCriteria(part, 0, "satisfied") : suppressedFigure(satisfied));

  const units = ratedIn(round, counts).map(({ id, slug, name, population = null }) => {
    const place = { ...selection, unitId: id };
    return { slug, name, population, figure: overallOf(counts.filter(within(place)), mask.showing(place) !== "nothing") };
  });

  return {
    group,
    showing,
    sheets: showing === "nothing" ? null : sum.sheets,
    sample: weights && { population: weights.population, strata: weights.strata, weights: weights.weights },
    overall: overallOf(cells, showing !== "nothing"),
    dissatisfaction: showing === "nothing" ? suppressedFigure(dissatisfied) : ofCriteria(cells, 0, "dissatisfied"),
    factors: layout.groups.slice(1).map(({ code }, index) => ({
      code,
      name: layout.questionnaire.factors.find((factor) => factor.code === code)?.name ?? { vi: code, en: code },
      figure: showing === "detail" ? ofCriteria(cells, index + 1, "satisfied") : suppressedFigure(satisfied),
    })),
    criteria: layout.scale.map(({ code, part, factor, text }, place) => {
      const levels = sum.levels[place] ?? [0, 0, 0, 0, 0];
      const figure = showing === "detail" ? ofQuestion(cells, place) : suppressedFigure(satisfied);
      return { code, part, factor: factor ?? null, text, figure, levels: figure.suppressed ? null : levels };
    }),
    units: units.map(({ slug, name, figure }) => ({ slug, name, figure })),
    modes: isWhole
      ? sheetModes
          .filter((mode) => counts.some((cell) => cell.mode === mode))
          .map((mode) => ({
            mode,
            figure: overallOf(
              counts.filter((cell) => cell.mode === mode),
              mask.modeIsShown(mode),
            ),
          }))
      : [],
    choices: isWhole ? choiceFigures(layout, counts, showing === "detail", weights) : [],
    profiles: isWhole ? profileFigures(round, profiles, sum.reached[0] ?? 0, showing === "detail", weights && { counts, weights }) : [],
    importance: isWhole ? importanceFigures(layout, profiles, sum, showing === "detail") : [],
    byTransactions: isWhole && group === "self_selected" && showing === "detail" ? byTransactions(units) : undefined,
  };
}

function byTransactions(units: readonly { figure: Figure; population: number | null }[]): GroupFigures["byTransactions"] {
  if (units.some(({ population }) => population === null)) return undefined;
  const figure = figureOfPostStrata(units);
  const hidden = units.filter((unit) => unit.figure.suppressed).length;
  return figure && { figure, units: units.length - hidden, hidden };
}

type Part = "satisfied" | "dissatisfied";

/** How figures are made of cells: by plain counts, or weighted for the strata of a sample. */
function figureMakers(round: FigureRound, weights: SampleWeights | undefined) {
  const { layout, variant } = round;
  const placesOf = (index: number) => layout.groups[index]?.places ?? [];
  if (!weights) {
    const sums = new Map<readonly SheetCounts[], Sum>();
    const sumOf = (cells: readonly SheetCounts[]) => {
      const sum = sums.get(cells) ?? sumCounts(round, cells);
      sums.set(cells, sum);
      return sum;
    };
    return {
      ofCriteria: (cells: readonly SheetCounts[], index: number, part: Part): Figure => {
        const { levels, reached } = sumOf(cells);
        const criteria = placesOf(index).map((place) => levels[place] ?? ([0, 0, 0, 0, 0] as const));
        const metric = part === "satisfied" ? "satisfaction_index" : "dissatisfaction_rate";
        return figureOfCriteria(metric, criteria, { sheets: reached[index] ?? 0, variant });
      },
      ofQuestion: (cells: readonly SheetCounts[], place: number): Figure =>
        figureOfCounts("satisfaction_index", sumOf(cells).levels[place] ?? [0, 0, 0, 0, 0]),
    };
  }
  const questionStrata = (cells: readonly SheetCounts[], place: number, part: Part) =>
    weights.strataFor(cells, ({ sheets, levels }) => {
      const [one, two, three, four, five] = levels[place] ?? [0, 0, 0, 0, 0];
      return sumsOfQuestion(sheets, one + two + three + four + five, part === "satisfied" ? four + five : one + two);
    });
  return {
    ofCriteria: (cells: readonly SheetCounts[], index: number, part: Part): Figure =>
      figureOfSampleCriteria(part === "satisfied" ? "sample_satisfaction" : "sample_dissatisfaction", {
        sheets: cells.reduce((sum, cell) => sum + (cell.reached[index] ?? 0), 0),
        variant,
        // Only satisfied answers are summed up by sheet.
        pooled:
          part === "satisfied" && cells.every(({ sums, reached }) => sums?.[index]?.reached === reached[index])
            ? weights.strataFor(cells, ({ sums }) => sums?.[index] ?? noSums)
            : undefined,
        criteria: placesOf(index).map((place) => questionStrata(cells, place, part)),
      }),
    ofQuestion: (cells: readonly SheetCounts[], place: number): Figure =>
      figureOfSampleQuestion("sample_satisfaction", questionStrata(cells, place, "satisfied")),
  };
}

/** What of a round its figures need. */
export type FigureRound = Pick<Round, "layout" | "variant" | "units" | "authority">;

/** The round's units, and the authority itself where sheets came that named none. */
function ratedIn(round: FigureRound, counts: readonly { unitId: string }[]): RatedUnit[] {
  const listed = round.units.some(({ id }) => id === round.authority.id);
  const unnamed = !listed && counts.some(({ unitId }) => unitId === round.authority.id);
  return unnamed ? [...round.units, round.authority] : round.units;
}

const within =
  ({ unitId, procedureId }: Place) =>
  (cell: SheetCounts) =>
    (unitId === undefined || cell.unitId === unitId) && (procedureId === undefined || cell.procedureId === procedureId);

type Sum = { sheets: number; reached: number[]; levels: LevelCounts[] };

function sumCounts(round: FigureRound, counts: readonly SheetCounts[]): Sum {
  const add = (a: LevelCounts, b: LevelCounts): LevelCounts => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
  return {
    sheets: counts.reduce((sum, cell) => sum + cell.sheets, 0),
    reached: round.layout.groups.map((_, index) => counts.reduce((sum, cell) => sum + (cell.reached[index] ?? 0), 0)),
    levels: round.layout.scale.map((_, place) =>
      counts.reduce<LevelCounts>((sum, cell) => add(sum, cell.levels[place] ?? [0, 0, 0, 0, 0]), [0, 0, 0, 0, 0]),
    ),
  };
}
