import type { LevelCounts } from "../insights/estimators.ts";
import { type Figure, suppressedFigure } from "../insights/figures.ts";
import { figureOfPostStrata } from "../insights/post-stratified-figure.ts";
import type { Localised } from "../publishing/index.server.ts";
import { choiceFigures, type ChoiceFigures } from "./choice-figures.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { type CountedGroup, figureMakers, type FigureRound, type Part, sumCounts } from "./figure-makers.ts";
import type { RatedUnit } from "./find-round.server.ts";
import { importanceFigures, type ImportanceFigure } from "./importance-figures.ts";
import type { Place, Showing } from "./mask-counts.ts";
import { profileFigures, type ProfileFigures } from "./profile-figures.ts";
import type { CriteriaGroup } from "./sheet-layout.ts";
import { type ModeGroup, type QuestionPart, type SheetMode, sheetModes } from "./vocabulary.ts";

export type { CountedGroup, FigureRound } from "./figure-makers.ts";

export type CriterionFigure = {
  code: string;
  part: QuestionPart;
  factor: string | null;
  text: Localised;
  figure: Figure;
  /** Answers on each level, or null where they may not be shown. */
  levels: LevelCounts | null;
};

type FactorFigure = { code: string; name: Localised; figure: Figure };

/** The figures of those who chose to answer, or of those who were drawn. The two are never put together. */
export type GroupFigures = {
  group: ModeGroup;
  showing: Showing;
  /** Sheets in the selection, or null where it is hidden. */
  sheets: number | null;
  /** How sheets are weighted; undefined where each counts alike. */
  sample: { population: number; strata: number; weights: number } | undefined;
  /** Of all service criteria. */
  overall: Figure;
  dissatisfaction: Figure;
  factors: FactorFigure[];
  /** Satisfaction with policies, beside that with services and never in it; undefined where no policies are asked about. */
  policy: { overall: Figure; dissatisfaction: Figure; factors: FactorFigure[] } | undefined;
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

/** All figures of one group of a round, or of one of its units or procedures (or both). Reads nothing. */
export function figuresOfGroup(round: FigureRound, counted: CountedGroup, selection: Place = {}): GroupFigures {
  const { group, counts, profiles = [], mask, weights, meanOfCriteria } = counted;
  const { layout } = round;
  const showing = mask.showing(selection);
  const isWhole = selection.unitId === undefined && selection.procedureId === undefined;
  const { unitId, procedureId } = selection;
  // Looked through once, however many units there are.
  const ofProcedure = procedureId === undefined ? counts : counts.filter((cell) => cell.procedureId === procedureId);
  const byUnit = new Map<string, SheetCounts[]>();
  for (const cell of ofProcedure) {
    const own = byUnit.get(cell.unitId);
    if (own) own.push(cell);
    else byUnit.set(cell.unitId, [cell]);
  }
  const cells = unitId === undefined ? ofProcedure : (byUnit.get(unitId) ?? []);
  const sum = sumCounts(round, cells);
  const { ofCriteria, ofQuestion } = figureMakers(round, counted);
  const satisfied = weights ? "sample_satisfaction" : "satisfaction_index";
  const dissatisfied = weights ? "sample_dissatisfaction" : "dissatisfaction_rate";
  const overallOf = (part: readonly SheetCounts[], isShown: boolean) => (isShown ? ofCriteria(part, 0, "satisfied") : suppressedFigure(satisfied));

  const detailOf = (index: number, part: Part = "satisfied") =>
    showing === "detail" ? ofCriteria(cells, index, part) : suppressedFigure(part === "satisfied" ? satisfied : dissatisfied);
  const factorsAbout = (about: CriteriaGroup["about"]): FactorFigure[] =>
    layout.groups.flatMap((criteria, index) => {
      if (!criteria.isFactor || criteria.about !== about) return [];
      const { code } = criteria;
      const name = layout.questionnaire.factors.find((factor) => factor.code === code)?.name ?? { vi: code, en: code };
      return [{ code, name, figure: detailOf(index) }];
    });
  const policy = layout.groups.findIndex(({ about, isFactor }) => about === "policy" && !isFactor);

  const units = ratedIn(round, counts).map(({ id, slug, name, population = null }) => {
    const place = { ...selection, unitId: id };
    return { slug, name, population, figure: overallOf(byUnit.get(id) ?? [], mask.showing(place) !== "nothing") };
  });

  return {
    group,
    showing,
    sheets: showing === "nothing" ? null : sum.sheets,
    sample: weights && { population: weights.population, strata: weights.strata, weights: weights.weights },
    overall: overallOf(cells, showing !== "nothing"),
    dissatisfaction: showing === "nothing" ? suppressedFigure(dissatisfied) : ofCriteria(cells, 0, "dissatisfied"),
    factors: factorsAbout("service"),
    policy:
      policy === -1 ? undefined : { overall: detailOf(policy), dissatisfaction: detailOf(policy, "dissatisfied"), factors: factorsAbout("policy") },
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
    profiles: isWhole
      ? profileFigures({ ...round, meanOfCriteria }, profiles, sum.reached[0] ?? 0, showing === "detail", weights && { counts, weights })
      : [],
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

/** The round's units, and the authority itself where sheets came that named none. */
function ratedIn(round: FigureRound, counts: readonly { unitId: string }[]): RatedUnit[] {
  const listed = round.units.some(({ id }) => id === round.authority.id);
  const unnamed = !listed && counts.some(({ unitId }) => unitId === round.authority.id);
  return unnamed ? [...round.units, round.authority] : round.units;
}
