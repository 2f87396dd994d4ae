import { count, eq, sql } from "drizzle-orm";
import { publicationLog } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

export type PublicationCounts = { published: number; corrected: number; hidden: number; shown: number; withdrawn: number };

/** How often cases were published (corrections included), corrected with a note, hidden, shown again and withdrawn, ever. */
export async function countPublications(db: Db): Promise<PublicationCounts> {
  const rows = await db
    .select({ act: publicationLog.act, n: count(), noted: sql<number>`count(${publicationLog.note})`.mapWith(Number) })
    .from(publicationLog)
    .where(eq(publicationLog.kind, "case"))
    .groupBy(publicationLog.act);
  const of = (act: string) => rows.find((row) => row.act === act);
  const n = (act: string) => of(act)?.n ?? 0;
  return { published: n("published"), corrected: of("published")?.noted ?? 0, hidden: n("hidden"), shown: n("shown"), withdrawn: n("withdrawn") };
}
