import fc from "fast-check";
import type { LevelCounts } from "#app/domain/insights/estimators.ts";
import type { FigureRound } from "#app/domain/surveys/group-figures.ts";
import type { CriteriaGroup } from "#app/domain/surveys/sheet-layout.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";

/** One answer sheet of a made-up round: where it belongs and what it answers, 0 for nothing. */
export type Sheet = { unit: number; procedure: number; mode: SheetMode; answers: readonly number[] };

/** What the portal counts of a round, as it stands in the tallies. */
export type Cell = { unitId: string; procedureId: string | null; mode: SheetMode; sheets: number; reached: number[]; levels: LevelCounts[] };

/** Two criteria at `first`, each in a factor of its own: both together, then each. */
const groupsOf = (about: CriteriaGroup["about"], code: string, factor: string, first: number): CriteriaGroup[] => [
  { code, about, isFactor: false, places: [first, first + 1], factors: [[first], [first + 1]] },
  { code: `${factor}1`, about, isFactor: true, places: [first], factors: [[first]] },
  { code: `${factor}2`, about, isFactor: true, places: [first + 1], factors: [[first + 1]] },
];

/** Groups of criteria, the overall index first; the third question is the one about everything, a fourth and fifth are about policies. */
const groups = (questions: number) => [...groupsOf("service", "overall", "F", 0), ...(questions > 3 ? groupsOf("policy", "policy", "P", 3) : [])];

const words = (text: string) => ({ vi: text, en: text });

/** A round of two service criteria in two factors, and one question about the whole; with `policies`, as many about policies. */
export function roundOf(units: number, variant: "pooled" | "mean" = "pooled", { policies = false } = {}): FigureRound {
  const asked = [
    { part: "service" as const, factor: "F1" },
    { part: "service" as const, factor: "F2" },
    { part: "overall" as const },
    ...(policies
      ? [
          { part: "policy" as const, factor: "P1" },
          { part: "policy" as const, factor: "P2" },
        ]
      : []),
  ];
  const scale = asked.map((about, place) => {
    const code = "ABCDE".charAt(place);
    return { code, kind: "scale5" as const, text: words(code), required: false, ...about };
  });
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
        factors: ["F1", "F2", ...(policies ? ["P1", "P2"] : [])].map((code) => ({ code, name: words(code) })),
        questions: scale,
      },
      scale,
      choices: [],
      texts: [],
      profile: [],
      overall: 2,
      groups: groups(asked.length),
    },
  };
}

/** Sheets counted one by one, without any of the portal's code. Procedure 0 is “none named”. */
export function countCells(sheets: readonly Sheet[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { unit, procedure, mode, answers } of sheets) {
    const ofForm = groups(answers.length);
    const key = `${unit} ${procedure} ${mode}`;
    const cell = cells.get(key) ?? {
      unitId: `u${unit}`,
      procedureId: procedure === 0 ? null : `p${procedure}`,
      mode,
      sheets: 0,
      reached: ofForm.map(() => 0),
      levels: answers.map((): LevelCounts => [0, 0, 0, 0, 0]),
    };
    cells.set(key, {
      ...cell,
      sheets: cell.sheets + 1,
      reached: cell.reached.map((n, group) => n + (ofForm[group]?.places.some((place) => (answers[place] ?? 0) > 0) ? 1 : 0)),
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
export const smallRounds = roundsOf(3);
/** The same, with two questions about policies. */
export const smallRoundsWithPolicies = roundsOf(5);

function roundsOf(questions: 3 | 5): fc.Arbitrary<Sheet[]> {
  return fc
    .record({ units: fc.integer({ min: 1, max: 4 }), procedures: fc.integer({ min: 1, max: 4 }), blanks: fc.boolean(), ways: fc.boolean() })
    .chain(({ units, procedures, blanks, ways }) =>
      fc
        .array(
          fc.record({
            unit: fc.nat(units - 1),
            procedure: fc.nat(procedures - 1),
            mode: ways ? modes : fc.constant<SheetMode>("open_link"),
            n: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 30 }) }),
            answers: fc.array(fc.array(answer, { minLength: questions, maxLength: questions }), { minLength: 30, maxLength: 30 }),
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
}
