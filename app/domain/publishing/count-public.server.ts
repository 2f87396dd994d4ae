import { and, asc, count, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { publicCopies, publicCounts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { conditions, type PublicFilter } from "./public-filter.server.ts";
import type { Localised } from "./contents.ts";
import type { PublicKind } from "./vocabulary.ts";
import { findListWords, type FoundWords, newest } from "./words.server.ts";

const facets = ["unitSlug", "authoritySlug", "field", "category", "audience", "facet"] as const;
type Facet = (typeof facets)[number];

const total = sql<number>`coalesce(sum(${publicCounts.n}), 0)`.mapWith(Number);

/**
 * How many public copies the filter finds. By facets alone, whatever their combination, the number is kept and costs
 * the same however many there are; with words, a year, a procedure or a tag the copies are counted.
 * @param options.atMost stops counting there: the answer is then one more than this; `words`: those of the filter, where they are known
 */
export async function countPublic(
  db: Db,
  kind: PublicKind,
  filter: PublicFilter = {},
  { atMost, words }: { atMost?: number | undefined; words?: FoundWords | undefined } = {},
): Promise<number> {
  if (!isKept(filter)) {
    const wanted = conditions(kind, filter);
    const held = words ?? (await findListWords(db, kind, filter));
    if (held && !held.more.includes(kind)) return Math.min(held.found.length, (atMost ?? held.found.length) + 1);
    const has = held?.has;
    const found =
      atMost === undefined || !has
        ? sql`(select 1 from ${publicCopies} where ${and(...wanted, has)} limit ${atMost === undefined ? null : atMost + 1})`
        : await newest(db, kind, wanted, { has, limit: atMost + 1 });
    const [row] = await db.select({ n: count() }).from(sql`${found} found`);
    return row?.n ?? 0;
  }
  const [row] = await db
    .select({ n: total })
    .from(publicCounts)
    .where(and(...keptConditions(kind, filter)));
  return row?.n ?? 0;
}

/** How many public copies there are for each value of a facet, e.g. procedures by field; the most frequent first. */
export async function countPublicBy(db: Db, kind: PublicKind, facet: Facet): Promise<{ value: string; n: number }[]> {
  const column = publicCounts[facet];
  const rows = await db
    .select({ value: column, n: total })
    .from(publicCounts)
    .where(eq(publicCounts.kind, kind))
    .groupBy(column)
    .having(sql`sum(${publicCounts.n}) > 0`)
    .orderBy(desc(total), asc(column));
  return rows.flatMap((row) => (row.value === null ? [] : [{ value: row.value, n: row.n }]));
}

/** How many public remarks of a round there are with each tag, the most frequent first. @param round its slug */
export async function countRemarkTags(db: Db, round: string): Promise<{ code: string; name: Localised; n: number }[]> {
  const tag = sql<{ code: string; name: Localised }>`tag`;
  const rows = await db
    .select({ tag, n: count() })
    .from(publicCopies)
    .innerJoin(sql`lateral jsonb_array_elements(${publicCopies.content} -> 'tags') as tag`, sql`true`)
    .where(and(...conditions("remark", { category: round })))
    .groupBy(tag);
  const order = ({ code, name }: { code: string; name: Localised }) => `${code} ${name.vi} ${name.en ?? ""}`;
  return rows.map(({ tag: { code, name }, n }) => ({ code, name, n })).sort((a, b) => b.n - a.n || (order(a) < order(b) ? -1 : 1));
}

/** Rows that may wait until they are put together. */
const looseMost = 500;

/** Puts the rows of each combination together, when many are loose. One statement: the sums never change. */
export async function foldPublicCounts(db: Db): Promise<void> {
  const columns = sql.raw("kind, unit_slug, authority_slug, field, category, audience, facet");
  await db.execute(sql`
    with gone as (
      delete from ${publicCounts}
      where (select count(*) from ${publicCounts}) > ${looseMost} + (select count(*) from (select distinct ${columns} from ${publicCounts}) combinations)
      returning *
    )
    insert into ${publicCounts} (${columns}, n)
    select ${columns}, sum(n) from gone group by ${columns} having sum(n) <> 0`);
}

const isKept = ({ q, year, procedure, tag }: PublicFilter) => !q && !year && !procedure && !tag;

function keptConditions(kind: PublicKind, filter: PublicFilter): (SQL | undefined)[] {
  return [
    eq(publicCounts.kind, kind),
    filter.unit ? eq(publicCounts.unitSlug, filter.unit) : undefined,
    filter.authority ? eq(publicCounts.authoritySlug, filter.authority) : undefined,
    filter.field ? eq(publicCounts.field, filter.field) : undefined,
    filter.category ? eq(publicCounts.category, filter.category) : undefined,
    filter.audience ? inArray(publicCounts.audience, [filter.audience, "both"]) : undefined,
    filter.facet ? eq(publicCounts.facet, filter.facet) : undefined,
  ];
}
