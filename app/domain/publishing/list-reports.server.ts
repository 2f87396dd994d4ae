import { and, desc, gt, inArray, isNull, lt, sql, type SQL } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { PublicContent } from "./contents.ts";

export type PublicReport = { content: PublicContent["case"]; updatedAt: Date };

export type ReportFilter = {
  kinds: readonly string[];
  /** `khac` also finds the cases that name no field. */
  field?: string | undefined;
  /** Days on which the case came, both included. */
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  /** When the public copy last changed. */
  updatedAfter?: Date | undefined;
  updatedBefore?: Date | undefined;
  /** True for cases opened again, false for answered ones. */
  open?: boolean | undefined;
};

const receivedOn = sql<string>`(${publicCopies.content} ->> 'receivedOn')`;
const openAgain = sql`${publicCopies.content} #>> '{timeline,-1,step}' = 'reopened'`;

/** Public cases by the day they came, the last one first. @param page at most 1000 of them, from the `offset`th on */
export async function listReports(db: Db, filter: ReportFilter, { limit, offset }: { limit: number; offset: number }): Promise<PublicReport[]> {
  const wanted: (SQL | undefined)[] = [
    // Written out, so that the index of the cases is known to fit.
    sql`${publicCopies.kind} = 'case'`,
    isNull(publicCopies.hiddenAt),
    inArray(publicCopies.category, [...filter.kinds]),
    filter.field ? sql`coalesce(${publicCopies.field}, 'khac') = ${filter.field}` : undefined,
    filter.receivedFrom ? sql`${receivedOn} >= ${filter.receivedFrom}` : undefined,
    filter.receivedTo ? sql`${receivedOn} <= ${filter.receivedTo}` : undefined,
    filter.updatedAfter ? gt(publicCopies.publishedAt, filter.updatedAfter) : undefined,
    filter.updatedBefore ? lt(publicCopies.publishedAt, filter.updatedBefore) : undefined,
    filter.open === undefined ? undefined : filter.open ? openAgain : sql`not (${openAgain})`,
  ];
  const rows = await db
    .select({ content: publicCopies.content, updatedAt: publicCopies.publishedAt })
    .from(publicCopies)
    .where(and(...wanted))
    .orderBy(desc(receivedOn), publicCopies.slug)
    .limit(Math.min(limit, 1000))
    .offset(offset);
  return rows.map(({ content, updatedAt }) => ({ content: content as PublicContent["case"], updatedAt }));
}
