import { lt, or } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { sessionIdleMinutes } from "./vocabulary.ts";

/** Removes sessions that open nothing any more, of officials who never came back to sign in. @returns how many */
export async function endOldSessions(db: Db, now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - sessionIdleMinutes * 60_000);
  const ended = await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, idleSince)))
    .returning({ tokenHash: sessions.tokenHash });
  return ended.length;
}
