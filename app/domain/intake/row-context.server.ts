import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { slugify } from "../text.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import type { KeptRow } from "./sealed-rows.server.ts";
import { type ReadRow, readRow, type RowContext } from "./read-row.ts";

/** Our units in force by every name they go by. */
export async function unitsByName(db: Db, now: Date): Promise<Map<string, string>> {
  const units = await listUnitsInForce(db, civilDay(now), { internal: true });
  return new Map(
    units.flatMap(({ slug, nameVi, nameEn, shortName }) =>
      [slug, nameVi, nameEn, shortName ?? ""].filter(Boolean).map((name): [string, string] => [slugify(name, 200), slug]),
    ),
  );
}

/** All rows of a list read; a number that stands in it a second time is wrong there. */
export function readRows(rows: readonly KeptRow[], context: RowContext): (ReadRow & { line: number; cells: string[] })[] {
  const seen = new Set<string>();
  return rows.map(({ line, cells }) => {
    const row = readRow(cells, context);
    const twice = row.number !== "" && seen.has(row.number);
    seen.add(row.number);
    return {
      ...row,
      line,
      cells,
      ...(twice ? { draft: null, problems: [...row.problems, { target: "number" as const, key: "number_twice" }] } : {}),
    };
  });
}
