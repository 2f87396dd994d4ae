import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import type { sheets } from "#db/schema/index.ts";
import type { SheetSums } from "#app/domain/insights/strata.ts";
import type { ProfileCounts } from "#app/domain/surveys/count-profiles.server.ts";
import type { SheetCounts } from "#app/domain/surveys/count-sheets.server.ts";
import type { Round } from "#app/domain/surveys/find-round.server.ts";
import { optionsOf } from "#app/domain/surveys/question-options.ts";
import type { ChoiceQuestion } from "#app/domain/surveys/questionnaire-schema.ts";
import { groupOfMode, type ModeGroup, overallAnswer, sheetFlags, type SheetMode } from "#app/domain/surveys/vocabulary.ts";

// Figures of a round by the plainest SQL over `sheets`, one question at a time, without tallies and without the portal's statements.

const number = (value: number): SQL => sql.raw(String(value));
const answered = (places: readonly number[]): SQL => sql.raw(places.map((place) => `answers[${place + 1}] between 1 and 5`).join(" or ") || "false");

type Rows = readonly Record<string, unknown>[];

const read = async (db: Db, statement: SQL): Promise<Rows> => [...(await db.execute(statement))];
const union = (parts: readonly SQL[]): SQL => sql.join([...parts], sql` union all `);
const holding = (conditions: readonly SQL[]): SQL =>
  sql`array[${sql.join(
    conditions.map((condition) => sql`count(*) filter (where ${condition})::int`),
    sql`, `,
  )}]::int[]`;
const levelsOf = ({ layout }: Round): SQL[] =>
  layout.scale.flatMap((_, place) => [1, 2, 3, 4, 5].map((level) => sql`answers[${number(place + 1)}] = ${number(level)}`));
const byQuestion = (flat: unknown): SheetCounts["levels"] => {
  const list = flat as number[];
  return Array.from({ length: list.length / 5 }, (_, at) => [
    list[at * 5],
    list[at * 5 + 1],
    list[at * 5 + 2],
    list[at * 5 + 3],
    list[at * 5 + 4],
  ]) as never;
};

const cell = sql`unit_id, procedure_id, mode`;
const keyOf = (row: Record<string, unknown>) => `${String(row.unit_id)} ${String(row.procedure_id)} ${String(row.mode)}`;

/** Everything `countSheets` counts, in its order, but the sums of drawn sheets over their profile answers. */
export async function bruteForceCounts(db: Db, round: Round): Promise<Omit<SheetCounts, "profiles">[]> {
  const { id, layout } = round;
  const cells = await read(
    db,
    sql`select ${cell}, count(*)::int as sheets, ${holding(layout.groups.map(({ places }) => answered(places)))} as reached, ${holding(levelsOf(round))} as levels,
        ${holding(sheetFlags.map((_, bit) => sql`flags & ${number(2 ** bit)} <> 0`))} as flags
      from sheets where round_id = ${id} group by ${cell} order by unit_id, procedure_id nulls first, mode`,
  );
  const choices = await read(db, union(layout.choices.map((question, place) => valuesOf(id, question, place))));
  const sums = await read(db, union(layout.groups.map(({ places }, index) => sumsOf(id, places, index))));

  return cells.map((row) => {
    const own = (list: Rows) => list.filter((one) => keyOf(one) === keyOf(row));
    const mode = row.mode as SheetMode;
    const counts = {
      unitId: String(row.unit_id),
      procedureId: typeof row.procedure_id === "string" ? row.procedure_id : null,
      mode,
      sheets: Number(row.sheets),
      reached: row.reached as number[],
      levels: byQuestion(row.levels),
      choices: layout.choices.map((_, place) =>
        own(choices)
          .filter((one) => one.place === place)
          .map(({ value, n }) => [Number(value), Number(n)] as const)
          .sort(([a], [b]) => a - b),
      ),
      flags: row.flags as number[],
    };
    if (groupOfMode[mode] !== "drawn") return counts;
    const ordered = own(sums).toSorted((a, b) => Number(a.place) - Number(b.place));
    return { ...counts, sums: ordered.map(({ n, reached, y, x, yy, xy, xx }) => ({ n, reached, y, x, yy, xy, xx }) as SheetSums) };
  });
}

/** How often each value of a closed question was chosen; 0 where nothing was. */
function valuesOf(id: string, question: ChoiceQuestion, place: number): SQL {
  if (question.kind === "ranking") throw new Error("Rankings are counted one by one in sheet-marks.test.ts");
  const stored = sql`choices[${number(place + 1)}]`;
  const given =
    question.kind === "multiple"
      ? sql`(select ${cell}, option as value from sheets, generate_series(1, ${number(optionsOf(question).length)}) as option
          where round_id = ${id} and ${stored} & (1 << (option - 1)) <> 0
          union all select ${cell}, 0 from sheets where round_id = ${id} and ${stored} = 0)`
      : sql`(select ${cell}, ${stored} as value from sheets where round_id = ${id})`;
  return sql`select ${cell}, ${number(place)} as place, value, count(*)::int as n from ${given} as given group by ${cell}, value`;
}

/** Of each sheet, x answers in a group of criteria and y satisfied ones; their sums, squares and products. */
function sumsOf(id: string, places: readonly number[], index: number): SQL {
  const those = sql.raw(`unnest(array[${places.map((place) => `answers[${place + 1}]`).join(", ")}]) as a`);
  return sql`
    select ${cell}, ${number(index)} as place, count(*)::int as n, count(*) filter (where x > 0)::int as reached,
      sum(y)::int as y, sum(x)::int as x, sum(y * y)::int as yy, sum(x * y)::int as xy, sum(x * x)::int as xx
    from (
      select ${cell}, (select count(*) from ${those} where a between 1 and 5) as x, (select count(*) from ${those} where a in (4, 5)) as y
      from sheets where round_id = ${id}
    ) as each group by ${cell}`;
}

/** Everything `countProfiles` counts, in its order. */
export async function bruteForceProfiles(db: Db, round: Round): Promise<ProfileCounts[]> {
  const { id, layout } = round;
  const said = [
    ...layout.profile.map((place) => ({ place, stored: sql`choices[${number(place + 1)}]`, most: 9_999 })),
    ...(layout.overall === null ? [] : [{ place: overallAnswer, stored: sql`answers[${number(layout.overall + 1)}]`, most: 5 }]),
  ];
  const rows = await read(
    db,
    union(
      said.map(
        ({ place, stored, most }) => sql`
          select mode = 'sample' as drawn, ${number(place)} as place, ${stored} as option, ${holding([answered(layout.groups[0]?.places ?? []), ...levelsOf(round)])} as counts
          from sheets where round_id = ${id} and ${stored} between 1 and ${number(most)} and (${answered([...layout.scale.keys()])}) group by 1, 2, 3`,
      ),
    ),
  );
  return rows
    .map(({ drawn, place, option, counts }) => {
      const [reached = 0, ...levels] = counts as number[];
      const group: ModeGroup = drawn === true ? "drawn" : "self_selected";
      return { group, place: Number(place), option: Number(option), reached, levels: byQuestion(levels) };
    })
    .sort((a, b) => a.group.localeCompare(b.group) || a.place - b.place || a.option - b.option);
}

/** Sheets of every kind: blanks and “does not apply” among the answers, choices, flags, modes, two months. The same for the same seed. */
export function randomSheets(
  round: Round,
  places: readonly { unitId: string; procedureId: string | null }[],
  { seed, n }: { seed: number; n: number },
): (typeof sheets.$inferInsert)[] {
  let state = seed * 2_654_435_761;
  const below = (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (state >>> 8) % most;
  };
  const { scale, choices } = round.layout;
  return Array.from({ length: n }, () => {
    const place = places[below(places.length)];
    if (!place) throw new Error("There is no unit");
    return {
      ...place,
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      mode: (["open_link", "kiosk", "sample"] as const)[below(3)] ?? "kiosk",
      language: "vi" as const,
      day: ["2026-11-29", "2026-11-30", "2026-12-01"][below(3)] ?? "2026-12-01",
      answers: scale.map((question) => below(question.notApplicable ? 7 : 6)),
      choices: choices.map((question) => {
        const options = optionsOf(question).length;
        return question.kind === "multiple" ? below(2 ** options) : below(options + 1);
      }),
      flags: below(8),
    };
  });
}
