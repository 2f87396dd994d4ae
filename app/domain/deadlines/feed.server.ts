import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, ne, or } from "drizzle-orm";
import { deadlineFeeds, officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import { listDeadlines, type OpenDeadline } from "../feedback/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { findAccount, findOfficial } from "../people/index.server.ts";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Opens the calendar feed of one's own deadlines, or renews it: the address in use until then is dead. The token (32
 * random bytes, base64url) is shown once; the table keeps its SHA-256.
 */
export async function openFeed(db: Db, by: Official, now = new Date()) {
  const token = randomBytes(32).toString("base64url");
  const row = { tokenHash: hashOf(token), lastReadOn: null, createdAt: now };
  return inOneAct(db, async (tx) => {
    const [before] = await tx.select({ createdAt: deadlineFeeds.createdAt }).from(deadlineFeeds).where(eq(deadlineFeeds.officialId, by.id));
    await tx
      .insert(deadlineFeeds)
      .values({ officialId: by.id, ...row })
      .onConflictDoUpdate({ target: deadlineFeeds.officialId, set: row });
    await recordEvent(tx, by, { act: before ? "official.feed_renewed" : "official.feed_opened", subject: "official", subjectId: by.id }, now);
    return done({ token });
  });
}

/** Ends the feed. Ended already, it stays so and leaves no second trace. */
export async function closeFeed(db: Db, by: Official, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const [gone] = await tx.delete(deadlineFeeds).where(eq(deadlineFeeds.officialId, by.id)).returning({ officialId: deadlineFeeds.officialId });
    if (gone) await recordEvent(tx, by, { act: "official.feed_closed", subject: "official", subjectId: by.id }, now);
    return done({});
  });
}

export type Feed = { openedAt: Date; lastReadOn: CivilDay | null };

/** One's own feed as the account page tells of it; undefined when there is none. */
export async function findFeed(db: Db, by: { id: string }): Promise<Feed | undefined> {
  const [feed] = await db.select().from(deadlineFeeds).where(eq(deadlineFeeds.officialId, by.id));
  return feed && { openedAt: feed.createdAt, lastReadOn: feed.lastReadOn };
}

/**
 * The deadlines behind a token, with the rights its owner has this day; undefined for a token nobody holds, and for an
 * account that left, is locked, or is idle beyond what the security rules allow.
 */
export async function readFeed(db: Db, token: string, now: Date): Promise<{ deadlines: OpenDeadline[] } | undefined> {
  const today = civilDay(now);
  const [feed] = await db
    .select({ officialId: deadlineFeeds.officialId })
    .from(deadlineFeeds)
    .innerJoin(officials, and(eq(officials.id, deadlineFeeds.officialId), eq(officials.active, true)))
    .where(eq(deadlineFeeds.tokenHash, hashOf(token)));
  if (!feed) return undefined;

  const account = await findAccount(db, feed.officialId, today, now);
  const official = account?.standing === "active" ? await findOfficial(db, feed.officialId, today) : undefined;
  if (!official) return undefined;

  await db
    .update(deadlineFeeds)
    .set({ lastReadOn: today })
    .where(and(eq(deadlineFeeds.officialId, feed.officialId), or(isNull(deadlineFeeds.lastReadOn), ne(deadlineFeeds.lastReadOn, today))));
  return { deadlines: await listDeadlines(db, official, today) };
}
