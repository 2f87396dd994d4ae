import fc from "fast-check";
import type { LevelCounts } from "#app/domain/insights/estimators.ts";
import type { FigureRound } from "#app/domain/surveys/group-figures.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";

/** One answer sheet of a made-up round: where it belongs and what it answers, 0 for nothing. */
export type Sheet = { unit: number; procedure: number; mode: SheetMode; answers: readonly number[] };

/** What the portal counts of a round, as it stands in the tallies. */
export type Cell = { unitId: string; procedureId: string | null; mode: SheetMode; sheets: number; reached: number[]; levels: LevelCounts[] };

/** Groups of criteria, the overall index first; the third question is the one about everything. */
const about = "service" as const;
const groups = [
  { code: "overall", about, isFactor: false, places: [0, 1], factors: [[0], [1]] },
  { code: "F1", about, isFactor: true, places: [0], factors: [[0]] },
  { code: "F2", about, isFactor: true, places: [1], factors: [[1]] },
];

const words = (text: string) => ({ vi: text, en: text });

/** A round of two service criteria in two factors, and one question about the whole. */
export function roundOf(units: number, variant: "pooled" | "mean" = "pooled"): FigureRound {
  const scale = ["A", "B", "C"].map((code, place) => ({
    code,
    kind: "scale5" as const,
    text: words(code),
    required: false,
    part: place < 2 ? ("service" as const) : ("overall" as const),
    ...(place < 2 ? { factor: `F${place + 1}` } : {}),
  }));
  const level = (value: 1 | 2 | 3 | 4 | 5) => ({ value, label: words(String(value)) });
  return {
    variant,
    units: Array.from({ length: units }, (_, unit) => ({ id: `u${unit}`, slug: `u${unit}`, name: words(`u${unit}`) })),
    authority: { id: "all", slug: "all", name: words("all") },
    layout: {
      questionnaire: {
        code: "Q",
        version: 1,
        title: words("Q"),
        intro: words("Q"),
        consent: words("Q"),
        closing: words("Q"),
        scale: [level(1), level(2), level(3), level(4), level(5)],
        indexVariant: variant,
        factors: [
          { code: "F1", name: words("F1") },
          { code: "F2", name: words("F2") },
        ],
        questions: scale,
      },
      scale,
      choices: [],
      texts: [],
      profile: [],
      overall: 2,
      groups,
    },
  };
}

/** Sheets counted one by one, without any of the portal's code. Procedure 0 is “none named”. */
export function countCells(sheets: readonly Sheet[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { unit, procedure, mode, answers } of sheets) {
    const key = `${unit} ${procedure} ${mode}`;
    const cell = cells.get(key) ?? {
      unitId: `u${unit}`,
      procedureId: procedure === 0 ? null : `p${procedure}`,
      mode,
      sheets: 0,
      reached: groups.map(() => 0),
      levels: answers.map((): LevelCounts => [0, 0, 0, 0, 0]),
    };
    cells.set(key, {
      ...cell,
      sheets: cell.sheets + 1,
      reached: cell.reached.map((n, group) => n + (groups[group]?.places.some((place) => (answers[place] ?? 0) > 0) ? 1 : 0)),
      levels: cell.levels.map((levels, place) => {
        const [one, two, three, four, five] = levels;
        const is = (value: number) => (answers[place] === value ? 1 : 0);
        return [one + is(1), two + is(2), three + is(3), four + is(4), five + is(5)];
      }),
    });
  }
  return [...cells.values()];
}

const answer = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) });
const modes = fc.constantFrom<SheetMode>("open_link", "desk_slip", "kiosk");

/**
 * Small rounds, most groups of few sheets, so that hiding is hard: up to four units, four procedures (one of them “none
 * named”) and three ways of answering; in some everybody answers everything, in others much is passed over.
 */
export const smallRounds: fc.Arbitrary<Sheet[]> = fc
  .record({ units: fc.integer({ min: 1, max: 4 }), procedures: fc.integer({ min: 1, max: 4 }), blanks: fc.boolean(), ways: fc.boolean() })
  .chain(({ units, procedures, blanks, ways }) =>
    fc
      .array(
        fc.record({
          unit: fc.nat(units - 1),
          procedure: fc.nat(procedures - 1),
          mode: ways ? modes : fc.constant<SheetMode>("open_link"),
          n: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 30 }) }),
          answers: fc.array(fc.tuple(answer, answer, answer), { minLength: 30, maxLength: 30 }),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .map((clusters) =>
        clusters.flatMap(({ unit, procedure, mode, n, answers }) =>
          answers.slice(0, n).flatMap((given) => {
            const full = blanks ? given : given.map((value) => Math.max(1, value));
            return full.some((value) => value > 0) ? [{ unit, procedure, mode, answers: full }] : [];
          }),
        ),
      ),
  );
