import { type LevelRound, type LevelRow, threeLevelRows } from "#app/domain/service-quality/three-levels.ts";
import type { SheetCounts } from "#app/domain/surveys/count-sheets.server.ts";
import { figuresOfGroup, type FigureRound } from "#app/domain/surveys/group-figures.ts";
import { chooseUnits, maskBeside } from "#app/domain/surveys/mask-beside.ts";
import { type Levels, maskThreeLevels, type QuarterLevels, threeLevelPlace } from "#app/domain/surveys/mask-three-levels.ts";
import { Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import { coverFigures, type UnitsShown } from "#app/domain/surveys/set-aside.ts";
import { layOut } from "#app/domain/surveys/sheet-layout.ts";
import { shippedQuestionnaires } from "#app/domain/surveys/shipped-questionnaires.ts";
import { cellsOf, type SlipPart, slipParts, type SlipRound } from "./three-level-world.ts";

/** Whose slips a published number counts: rounds by their place in the list, with the parts of each that it counts. */
export type LevelStatement = {
  readonly counts: Levels;
  readonly rounds: ReadonlyMap<number, readonly SlipPart[]>;
  readonly unitId?: string | undefined;
  readonly quarter?: string | undefined;
};

/** What the pages and the API make their lines of. */
export type RowsOf = (rounds: readonly LevelRound[]) => LevelRow[];

const form = shippedQuestionnaires.map((one) => Questionnaire.parse(one)).find(({ code }) => code === "phieu-ba-muc");
if (!form) throw new Error("There is no three-level slip");
const layout = layOut(form);
const words = { vi: "X", en: "X" };
const figureRound: FigureRound = { layout, variant: "pooled", units: [], authority: { id: "all", slug: "all", name: words } };

/**
 * Everything that is told of rounds of three-level slips, from their first day on: the figures by unit and quarter (the page,
 * `/api/v1/three-level-slips` and its CSV print the same lines) and each round's own page, while all of them take answers, while
 * each of them is checked, when its results are published, and when they are corrected.
 */
export function readThreeLevels(rounds: readonly SlipRound[], rowsOf: RowsOf = threeLevelRows): LevelStatement[] {
  const everything = rounds.map((round, index): Told => ({ round, index, parts: slipParts, setAside: [] }));
  const ended = everything.filter(({ round }) => round.goes !== "on");
  const first = everything.flatMap((told) => published({ ...told, parts: ["kept", "second"], setAside: ["first"] }, told));
  const second = everything.flatMap((told) => published({ ...told, parts: ["kept"], setAside: ["first", "second"] }, told));
  return [
    ...readLines(everything, rowsOf),
    ...everything.flatMap(readPage),
    ...ended.flatMap(({ index }) =>
      readLines(
        everything.filter((told) => told.index !== index),
        rowsOf,
      ),
    ),
    ...readLines(first, rowsOf),
    ...first.flatMap(readPage),
    ...second.flatMap((told) =>
      told.round.goes === "corrected" ? readLines([...first.filter(({ index }) => index !== told.index), told], rowsOf) : [],
    ),
    ...second.flatMap((told) => (told.round.goes === "corrected" ? readPage(told) : [])),
  ];
}

/** What of a round is told at one time: sheets of these parts count, those of the others were left out. */
type Told = { round: SlipRound; index: number; parts: readonly SlipPart[]; setAside: readonly SlipPart[] };

/** A round that goes on stays as it is; one whose results may not be published beside what was shown is in no figure. */
function published(told: Told, before: Told): Told[] {
  if (told.round.goes === "on") return [before];
  return maskOf(told).isSafe ? [told] : [];
}

const setAsideOf = ({ round, setAside }: Told): QuarterLevels[][] => setAside.map((part) => cellsOf(round, [part]));

/** What is left out first stays out of the corrected edition. */
const partsOf = (told: Told) =>
  setAsideOf(told).map((cells, index, all) => ({
    counts: sheetsOf(cells),
    profiles: [],
    isOut: true,
    leftOutBefore: index === 0 && all.length > 1 ? [1] : [],
  }));

const maskOf = (told: Told) => maskBeside(countsOf(told), partsOf(told), unitsOf(told));

/** What the edition shows of units that lost slips, beside the one before it. */
function unitsOf(told: Told): UnitsShown {
  const before = told.setAside.slice(0, -1);
  const earlier = before.length === 0 ? [] : [unitsOf({ ...told, parts: [...told.parts, "second"], setAside: before })];
  return chooseUnits(countsOf(told), partsOf(told), earlier, []);
}

const countsOf = ({ round, parts }: Told) => sheetsOf(cellsOf(round, parts));

function readLines(all: readonly Told[], rowsOf: RowsOf): LevelStatement[] {
  const rows = rowsOf(
    all.map((told) => ({ counted: cellsOf(told.round, told.parts), received: cellsOf(told.round, slipParts), setAside: setAsideOf(told) })),
  );
  const rounds = new Map(all.map(({ index, parts }) => [index, parts]));
  return rows.flatMap(({ unitId, quarter, counts }) => (counts === null ? [] : [{ counts, rounds, unitId: unitId ?? undefined, quarter }]));
}

/** The question about the whole on a round's own page. */
function readPage(told: Told): LevelStatement[] {
  const parts = setAsideOf(told);
  const counted = {
    group: "self_selected" as const,
    counts: countsOf(told),
    mask: maskOf(told),
    setAside: partsOf(told).filter(({ counts }) => counts.length > 0),
    hidesLevels: !maskThreeLevels(cellsOf(told.round, slipParts), parts).wholeIsShown,
  };
  const question = coverFigures(layout, figuresOfGroup(figureRound, counted), counted).choices[threeLevelPlace(layout)];
  const [low, middle, high] = question?.options.map(({ count }) => count) ?? [];
  if (low == null || middle == null || high == null) return [];
  return [{ counts: [low, middle, high], rounds: new Map([[told.index, told.parts]]) }];
}

function sheetsOf(cells: readonly QuarterLevels[]): SheetCounts[] {
  return cells.flatMap(({ unitId, levels }) => {
    const sheets = levels[0] + levels[1] + levels[2];
    const values = levels.flatMap((n, index) => (n > 0 ? [[index + 1, n] as const] : []));
    const choices = layout.choices.map((_, place) => (place === threeLevelPlace(layout) ? values : [[0, sheets] as const]));
    return sheets === 0 ? [] : [{ unitId, procedureId: null, mode: "kiosk" as const, sheets, reached: [0], levels: [], choices }];
  });
}
