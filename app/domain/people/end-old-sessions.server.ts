import { lt } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { endedSessionHours } from "./vocabulary.ts";

/** When a session must have ended for nobody to be asked any more whose it was. */
export const longEnded = (now: Date): Date => new Date(now.getTime() - endedSessionHours * 3_600_000);

/** Removes sessions that ended half a day ago, of officials who never came back to sign in. @returns how many */
export async function endOldSessions(db: Db, now = new Date()): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(lt(sessions.expiresAt, longEnded(now)))
    .returning({ tokenHash: sessions.tokenHash });
  return ended.length;
}
