import { sql, type SQL } from "drizzle-orm";
import type { SheetLayout } from "./sheet-layout.ts";

/** Stands in `tallies.procedure_id` where a sheet names no procedure. */
export const noProcedure = "00000000-0000-0000-0000-000000000000";

/** `tallies.question` of whole sheets; from -2 down, sheets that answered something in each group of the layout. */
export const wholeSheet = -1;
export const groupMark = (index: number): number => -2 - index;

/**
 * What one sheet adds to the tallies, as rows (question, value) of a lateral join on `answers`: the sheet itself, the
 * answer to each question (0 where there is none), and each group of criteria it answered anything of. The last is
 * n of a factor: it cannot be had from the answers' counts, because one person may answer one criterion or all.
 */
export function marksOf(layout: SheetLayout, answers: SQL): SQL {
  const groups = layout.groups.map(
    ({ places }, index) =>
      sql`(${sql.raw(String(groupMark(index)))}::smallint, ${sql.raw(`array[${places.map((place) => place + 1).join(",")}]::int[]`)})`,
  );
  return sql`lateral (
    select ${sql.raw(String(wholeSheet))}::smallint as question, 0::smallint as value
    union all
    select (a.place - 1)::smallint, a.value from unnest(${answers}) with ordinality as a(value, place)
    union all
    select g.question, 0::smallint from (values ${sql.join(groups, sql`, `)}) as g(question, places)
    where exists (select 1 from unnest(g.places) as place where (${answers})[place] > 0)
  )`;
}
