import { eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { PublicKind } from "./vocabulary.ts";

export type PublicFilter = {
  q?: string | undefined;
  unit?: string | undefined;
  authority?: string | undefined;
  procedure?: string | undefined;
  field?: string | undefined;
  category?: string | undefined;
  audience?: string | undefined;
  facet?: string | undefined;
  /** One of the tags of a remark. */
  tag?: string | undefined;
  /** Of the day lists are ordered by, `YYYY`. */
  year?: string | undefined;
};

/** Conditions that no index with the order of days begins with. */
const notLed = new WeakSet<SQL>();
export const hasIndexOfDays = (condition: SQL): boolean => !notLed.has(condition);

/** What makes a copy visible and its facets those asked for. The words are `findWords`'s. */
export function conditions(kind: PublicKind, filter: PublicFilter): SQL[] {
  const wanted: SQL[] = [eq(publicCopies.kind, kind), isNull(publicCopies.hiddenAt)];
  if (filter.unit) wanted.push(eq(publicCopies.unitSlug, filter.unit));
  if (filter.authority) wanted.push(eq(publicCopies.authoritySlug, filter.authority));
  if (filter.procedure) wanted.push(eq(publicCopies.procedureSlug, filter.procedure));
  if (filter.field) wanted.push(eq(publicCopies.field, filter.field));
  const without: SQL[] = [];
  if (filter.category) without.push(eq(publicCopies.category, filter.category));
  if (filter.audience) without.push(inArray(publicCopies.audience, [filter.audience, "both"]));
  if (filter.facet) without.push(eq(publicCopies.facet, filter.facet));
  if (filter.tag) without.push(sql`${publicCopies.content} -> 'tags' @> ${JSON.stringify([{ code: filter.tag }])}::jsonb`);
  for (const one of without) notLed.add(one);
  wanted.push(...without);
  if (filter.year && /^[12]\d{3}$/.test(filter.year)) {
    wanted.push(sql`${publicCopies.sortDay} between ${`${filter.year}-01-01`} and ${`${filter.year}-12-31`}`);
  }
  return wanted;
}
