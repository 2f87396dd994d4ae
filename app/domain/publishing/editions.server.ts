import { and, asc, eq } from "drizzle-orm";
import { publicationLog } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import type { PublicKind } from "./vocabulary.ts";

/** Every publication of a copy with its day and why it was made, the oldest first. Numbered from 1, whatever was withdrawn between. */
export async function editionsOf(db: Db, kind: PublicKind, slug: string): Promise<{ version: number; on: CivilDay; note: string | null }[]> {
  const rows = await db
    .select({ note: publicationLog.note, at: publicationLog.createdAt })
    .from(publicationLog)
    .where(and(eq(publicationLog.kind, kind), eq(publicationLog.slug, slug), eq(publicationLog.act, "published")))
    .orderBy(asc(publicationLog.createdAt), asc(publicationLog.version));
  return rows.map(({ note, at }, index) => ({ version: index + 1, on: civilDay(at), note }));
}
