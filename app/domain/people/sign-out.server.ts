import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done } from "../outcome.ts";
import { hashSessionToken } from "./session-token.server.ts";

/** Ends this session. A token nobody knows is as good as ended. */
export async function signOut(db: Db, token: string, now = new Date()) {
  return db.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashSessionToken(token)))
      .returning({ id: sessions.officialId });
    if (ended) await recordEvent(tx, ended, { act: "official.signed_out", subject: "official", subjectId: ended.id }, now);
    return done({ ended: ended !== undefined });
  });
}

/** Ends all of one's own sessions but the one named by `keep`. Gives how many. */
export async function endAllSessions(db: Db, by: { id: string }, keep?: string, now = new Date()) {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.officialId, by.id), keep ? ne(sessions.tokenHash, hashSessionToken(keep)) : undefined))
      .returning({ tokenHash: sessions.tokenHash });
    if (ended.length > 0) {
      await recordEvent(tx, by, { act: "official.sessions_ended", subject: "official", subjectId: by.id, data: { sessions: ended.length } }, now);
    }
    return done({ ended: ended.length });
  });
}
