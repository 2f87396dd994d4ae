import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "./schema/handle.ts";
import * as schema from "./schema/index.ts";

export type Client = postgres.Sql;

/**
 * Opens a pool on PostgreSQL. Times are UTC on the wire; civil days are plain `YYYY-MM-DD` strings.
 * @param url connection string
 * @param max connections of the pool
 * @param name what PostgreSQL lists its connections as
 */
export function connect(url: string, max = 10, name = "lang-nghe"): { db: Db; client: Client } {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 15,
    onnotice: () => undefined,
    connection: { application_name: name, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
  return { db: drizzle(client, { schema, casing: "snake_case" }), client };
}
