import { sql } from "drizzle-orm";
import journal from "#db/migrations/meta/_journal.json";
import type { Db } from "#db/schema/handle.ts";

export type Readiness = "ready" | "database_away" | "schema_too_old";

/** The newest migration this code knows. */
const newest = Math.max(...journal.entries.map(({ when }) => when));

/** Whether the database answers within `within` milliseconds and has all migrations this code needs. A newer schema is fine: nodes are upgraded one by one. */
export async function readiness(db: Db, within = 2000): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"database_away">((resolve) => {
    timer = setTimeout(() => resolve("database_away"), within);
  });
  // Any failure to read the list of migrations says the same: not this node, not now.
  const asked = appliedUntil(db).then(
    (applied): Readiness => (applied >= newest ? "ready" : "schema_too_old"),
    (): Readiness => "database_away",
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function appliedUntil(db: Db): Promise<number> {
  const [row] = await db.execute<{ applied: string | null }>(sql`select max(created_at) as applied from drizzle.__drizzle_migrations`);
  return Number(row?.applied ?? 0);
}
