import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";

/** From now on the database refuses to write these rows, as something nobody foresaw might. Once in a world. @param when says it of `new` */
export async function breakRows(
  db: Db,
  table: string,
  when: SQL = sql`true`,
  event: "insert" | "update" | "insert or update" = "update",
): Promise<void> {
  await db.execute(sql`create function broken_row() returns trigger language plpgsql as $$ begin raise exception 'broken row'; end $$`);
  await db.execute(
    sql`create trigger broken before ${sql.raw(event)} on ${sql.identifier(table)} for each row when (${when}) execute function broken_row()`,
  );
}

/** It can be written again. */
export const mendRows = (db: Db) => db.execute(sql`drop function broken_row() cascade`);

/** A value in a trigger's condition, which takes no parameters. Of our own making only. */
export const literal = (value: string): SQL => sql.raw(`'${value}'`);
