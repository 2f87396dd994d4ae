import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import { addSums, noSums, type SheetSums } from "../insights/strata.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { countedBy, countsOf, noProcedure, readSums, wholeSheet } from "./sheet-marks.server.ts";
import { notApplicableLevel, sheetFlags, type SheetMode, sheetModes } from "./vocabulary.ts";

/** How often each stored value of a closed question came, in the order of the values. 0 is “not answered”. */
export type ValueCounts = readonly (readonly [value: number, n: number])[];

/** The counts of sheets that share unit, procedure and mode. */
export type SheetCounts = {
  unitId: string;
  procedureId: string | null;
  mode: SheetMode;
  sheets: number;
  /** Sheets with an answer in each group of the layout. */
  reached: readonly number[];
  /** Answers on each level, for each scale question. Blanks and “does not apply” are in none. */
  levels: readonly LevelCounts[];
  /** For each other closed question of the layout; missing where a round was frozen before they were counted. */
  choices?: readonly ValueCounts[];
  /** Sheets with each of `sheetFlags`; missing as above. */
  flags?: readonly number[];
  /** Of people drawn, for each group of the layout: sums over their sheets, whose y counts satisfied answers and x answers. */
  sums?: readonly SheetSums[];
  /** Of people drawn, for each answer about themselves: the same sums over all criteria. */
  profiles?: readonly ProfileSums[];
};

/** Sums over the sheets of those who chose one option of one profile question. `place` is that of `layout.choices`. */
type ProfileSums = { place: number; option: number; sums: SheetSums };

/** Which sheets of a round are counted: only those, or all but those, for which a condition on `sheets` holds. */
export type SheetsPart = { only: SQL } | { except: SQL };

/**
 * All counts of a round: tallies plus the sheets that are not folded yet, in one statement, so that a fold running at
 * the same time moves nothing out of sight or into sight twice. Sorted by unit, procedure and mode. What is left out is
 * counted and subtracted, so that leaving out costs what is left out, not what is left.
 */
export async function countSheets(db: Db, roundId: string, layout: SheetLayout, part?: SheetsPart): Promise<SheetCounts[]> {
  const those = (condition: SQL) => sql`(
    select unit_id, coalesce(procedure_id, ${noProcedure}::uuid) as procedure_id, mode, day, answers, choices, flags
    from sheets where round_id = ${roundId} and ${condition}
  )`;
  const columns = sql`unit_id, procedure_id, mode, question, value`;
  const all = sql`
    select ${columns}, sum(n) as n from tallies where round_id = ${roundId} group by 1, 2, 3, 4, 5
    union all
    select ${columns}, n from ${countsOf(layout, those(sql`not folded`))} as unfolded`;
  const parts = !part
    ? all
    : "only" in part
      ? sql`select ${columns}, n from ${countsOf(layout, those(part.only))} as chosen`
      : sql`${all} union all select ${columns}, -n from ${countsOf(layout, those(part.except))} as left_out`;
  const counted = sql`(
    select unit_id, procedure_id, mode, string_agg(question || ' ' || value || ' ' || n, ',') as marks
    from (${parts}) as both_parts
    group by unit_id, procedure_id, mode
    order by unit_id, procedure_id, mode
  ) as counted`;

  const rows = await db
    .select({ unitId: sql<string>`unit_id`, procedureId: sql<string>`procedure_id`, mode: sql<string>`mode`, marks: sql<string>`marks` })
    .from(counted);

  const cells = rows.map(({ unitId, procedureId, mode, marks }) => ({
    unitId,
    procedureId: procedureId === noProcedure ? null : procedureId,
    mode: toMode(mode),
    ...toCounts(marks, layout),
  }));
  return cells.filter(({ sheets }) => sheets > 0);
}

/** How many sheets a round has. Sheets are never changed or taken away, so the same number means the same counts. */
export async function countAllSheets(db: Db, roundId: string): Promise<number> {
  const [row] = await db.select({ n: sql<number>`n`.mapWith(Number) }).from(
    sql`(select
        (select coalesce(sum(n), 0) from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))})
        + (select count(*) from sheets where round_id = ${roundId} and not folded) as n
      ) as counted`,
  );
  return row?.n ?? 0;
}

/** How many sheets came on each day, by mode, newest day first. */
export async function countSheetsByDay(db: Db, roundId: string): Promise<{ day: string; mode: SheetMode; n: number }[]> {
  const rows = await db
    .select({ day: sql<string>`day::text`, mode: sql<string>`mode`, n: sql<number>`sum(n)`.mapWith(Number) })
    .from(
      sql`(
        select day, mode, n from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))}
        union all
        select day, mode, count(*) from sheets where round_id = ${roundId} and not folded group by day, mode
      ) as both_parts`,
    )
    .groupBy(sql`day`, sql`mode`)
    .orderBy(sql`day desc`, sql`mode`);
  return rows.map((row) => ({ ...row, mode: toMode(row.mode) }));
}

/** @param marks `question value n` separated by commas; the same question and value may come again for the tail */
function toCounts(marks: string, layout: SheetLayout): Omit<SheetCounts, "unitId" | "procedureId" | "mode"> {
  let sheets = 0;
  const reached = layout.groups.map(() => 0);
  const levels = layout.scale.map((): [number, number, number, number, number] => [0, 0, 0, 0, 0]);
  const choices = layout.choices.map(() => new Map<number, number>());
  const flags = sheetFlags.map(() => 0);
  const sums: SheetSums[] = [];
  const profiles = new Map<string, ProfileSums>();
  for (const mark of marks.split(",")) {
    const [question = 0, value = 0, n = 0] = mark.split(" ").map(Number);
    const counted = countedBy(question);
    if (counted.of === "sheets") sheets += n;
    else if (counted.of === "group") reached[counted.index] = (reached[counted.index] ?? 0) + n;
    else if (counted.of === "sums") sums[counted.index] = addSums(sums[counted.index] ?? noSums, toSums(value, n));
    else if (counted.of === "profile") {
      const { place, option } = counted;
      const key = `${place} ${option}`;
      profiles.set(key, { place, option, sums: addSums(profiles.get(key)?.sums ?? noSums, toSums(value, n)) });
    } else if (counted.of === "flag") flags[counted.index] = (flags[counted.index] ?? 0) + n;
    else if (counted.of === "choice") choices[counted.place]?.set(value, (choices[counted.place]?.get(value) ?? 0) + n);
    else if (value > 0 && value < notApplicableLevel) {
      const counts = levels[counted.place];
      if (counts) counts[value - 1] = (counts[value - 1] ?? 0) + n;
    }
  }
  const counts = { sheets, reached, levels, choices: choices.map(sorted), flags };
  if (sums.length === 0) return counts;
  return {
    ...counts,
    sums,
    profiles: [...profiles.values()].filter((one) => one.sums.n > 0).sort((a, b) => a.place - b.place || a.option - b.option),
  };
}

/** `n` sheets with the same value of `sumsMark`. */
function toSums(value: number, n: number): SheetSums {
  const { x, y } = readSums(value);
  return { n, reached: x > 0 ? n : 0, y: n * y, x: n * x, yy: n * y * y, xy: n * x * y, xx: n * x * x };
}

/** In the order of the values; what was left out altogether is as if it had never come. */
const sorted = (counts: ReadonlyMap<number, number>) => [...counts].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b);

function toMode(text: string): SheetMode {
  const mode = sheetModes.find((one) => one === text);
  if (!mode) throw new Error(`${text} is no mode of a sheet`);
  return mode;
}
