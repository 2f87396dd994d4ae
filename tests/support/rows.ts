import postgres from "postgres";
import { world } from "./worlds.ts";

/** Rows of the demo world's database, as an administrator of PostgreSQL sees them. */
export async function query<Row extends Record<string, unknown>>(text: string, values: (string | number | boolean)[] = []): Promise<Row[]> {
  const client = postgres(world.demo.database, { max: 1 });
  try {
    return await client.unsafe<Row[]>(text, values);
  } finally {
    await client.end();
  }
}

/** How many rows of a table of the demo world hold these values, columns as in SQL. For “nothing was stored”. */
export async function countRows(table: string, values: Record<string, string | number | boolean> = {}): Promise<number> {
  const conditions = Object.keys(values).map((column, index) => ` and ${column} = $${index + 1}`);
  const [row] = await query<{ n: number }>(`select count(*)::int as n from ${table} where true${conditions.join("")}`, Object.values(values));
  return row?.n ?? 0;
}
