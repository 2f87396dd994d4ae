import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { groupMark, marksOf, noProcedure, wholeSheet } from "./sheet-marks.server.ts";
import { sheetModes, type SheetMode } from "./vocabulary.ts";

/** The counts of sheets that share unit, procedure and mode. */
export type SheetCounts = {
  unitId: string;
  procedureId: string | null;
  mode: SheetMode;
  sheets: number;
  /** Sheets with an answer in each group of the layout. */
  reached: readonly number[];
  /** Answers on each level, for each scale question. Blanks are in none. */
  levels: readonly LevelCounts[];
};

/**
 * All counts of a round: tallies plus the sheets that are not folded yet, in one statement, so that a fold running at
 * the same time moves nothing out of sight or into sight twice. Sorted by unit, procedure and mode.
 */
export async function countSheets(db: Db, roundId: string, layout: SheetLayout): Promise<SheetCounts[]> {
  const counted = sql`(
    select unit_id, procedure_id, mode, string_agg(question || ' ' || value || ' ' || n, ',') as marks
    from (
      select unit_id, procedure_id, mode, question, value, n from tallies where round_id = ${roundId}
      union all
      select s.unit_id, coalesce(s.procedure_id, ${noProcedure}::uuid), s.mode, m.question, m.value, count(*)
      from sheets s cross join ${marksOf(layout, sql`s.answers`)} m
      where s.round_id = ${roundId} and not s.folded
      group by 1, 2, 3, 4, 5
    ) as both_parts
    group by unit_id, procedure_id, mode
    order by unit_id, procedure_id, mode
  ) as counted`;

  const rows = await db
    .select({ unitId: sql<string>`unit_id`, procedureId: sql<string>`procedure_id`, mode: sql<string>`mode`, marks: sql<string>`marks` })
    .from(counted);

  return rows.map(({ unitId, procedureId, mode, marks }) => ({
    unitId,
    procedureId: procedureId === noProcedure ? null : procedureId,
    mode: toMode(mode),
    ...toCounts(marks, layout),
  }));
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

/** @param marks `question value n` separated by commas; the same question and value come once for each month, and for the tail */
function toCounts(marks: string, layout: SheetLayout): Pick<SheetCounts, "sheets" | "reached" | "levels"> {
  let sheets = 0;
  const reached = layout.groups.map(() => 0);
  const levels = layout.scale.map((): [number, number, number, number, number] => [0, 0, 0, 0, 0]);
  for (const mark of marks.split(",")) {
    const [question = 0, value = 0, n = 0] = mark.split(" ").map(Number);
    if (question === wholeSheet) sheets += n;
    else if (question < wholeSheet) {
      const group = groupMark(question);
      reached[group] = (reached[group] ?? 0) + n;
    } else if (value > 0) {
      const counts = levels[question];
      if (counts) counts[value - 1] = (counts[value - 1] ?? 0) + n;
    }
  }
  return { sheets, reached, levels };
}

function toMode(text: string): SheetMode {
  const mode = sheetModes.find((one) => one === text);
  if (!mode) throw new Error(`${text} is no mode of a sheet`);
  return mode;
}
