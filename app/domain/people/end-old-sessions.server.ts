import { lt, sql } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { endedSessionHours } from "./vocabulary.ts";

/** When a session must have ended for nobody to be asked any more whose it was. */
export const longEnded = (now: Date): Date => new Date(now.getTime() - endedSessionHours * 3_600_000);

/** Removes up to `atMost` sessions that ended half a day ago, of officials who never came back to sign in. @returns how many */
export async function endOldSessions(tx: Db, now: Date, atMost: number): Promise<number> {
  const due = tx
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(lt(sessions.expiresAt, longEnded(now)))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const ended = await tx
    .delete(sessions)
    .where(sql`${sessions.tokenHash} = any(array${due})`)
    .returning({ tokenHash: sessions.tokenHash });
  return ended.length;
}
