import { sql } from "drizzle-orm";
import { storeDigests } from "#app/domain/audit/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** After midnight: fixes the digest of the day that ended, and of any day missed; /minh-bach shows it from then on. */
export async function storeDigestsJob({ db, log, now }: Pick<Portal, "db" | "log" | "now">): Promise<void> {
  const at = now();
  const stored = await storeDigests(db, civilDay(at), at);
  if (stored === 0) return;
  log.info({ stored }, "stored the digests of the trace");
  await db.execute(sql`select pg_notify('public_copy', 'digest')`);
}
