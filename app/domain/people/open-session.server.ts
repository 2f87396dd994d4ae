import { and, eq, lt, or } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { longEnded } from "./end-old-sessions.server.ts";
import { hashSessionToken, newSessionToken } from "./session-token.server.ts";
import { sessionHours } from "./vocabulary.ts";

/**
 * Opens a session and gives its token. The one the browser came with ends (a session planted beforehand is worth nothing),
 * and so do this official's expired ones. `expiresAt` is kept when a session is only renewed.
 */
export async function openSession(
  tx: Db,
  session: { officialId: string; totpPassed: boolean; replaces?: string | undefined; expiresAt?: Date },
  now: Date,
): Promise<string> {
  const expired = and(eq(sessions.officialId, session.officialId), lt(sessions.expiresAt, longEnded(now)));
  const replaced = session.replaces ? eq(sessions.tokenHash, hashSessionToken(session.replaces)) : undefined;
  await tx.delete(sessions).where(replaced ? or(replaced, expired) : expired);

  const token = newSessionToken();
  await tx.insert(sessions).values({
    tokenHash: hashSessionToken(token),
    officialId: session.officialId,
    totpPassed: session.totpPassed,
    lastSeenAt: now,
    expiresAt: session.expiresAt ?? new Date(now.getTime() + sessionHours * 3_600_000),
    createdAt: now,
  });
  return token;
}
