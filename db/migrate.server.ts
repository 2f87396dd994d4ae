import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import PgBoss from "pg-boss";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** One number for the whole portal: two nodes that start at once migrate one after the other. */
const migrationLock = 7_406_213;

/**
 * Brings a database to the present schema, the job queue's tables included.
 * Safe to call from several nodes at once; a no-op when nothing is new.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(client), { migrationsFolder });
    const [queue] = await client`select 1 from information_schema.schemata where schema_name = 'pgboss'`;
    if (!queue) await client.unsafe(PgBoss.getConstructionPlans("pgboss"));
  } finally {
    await client.end();
  }
}
