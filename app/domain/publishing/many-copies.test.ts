import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { publicCopies } from "#db/schema/index.ts";
import { expect, test } from "#tests/support/test.ts";
import { countPublic, listPublic, type Page, searchPublic } from "./index.server.ts";

/** More public cases than are asked how frequent words are, a day apart; every third is of a bridge, every fiftieth of a river, one old one of a ferry. */
async function publishMany(db: Db) {
  await db.delete(publicCopies);
  await db.execute(sql`
    insert into public_copies (kind, slug, subject_id, content, title_vi, sort_day, title_folded, search_folded, published_at)
    select 'case', 'pa-' || lpad(n::text, 5, '0'), gen_random_uuid(), '{}'::jsonb, 'Việc ' || n, date '2015-01-01' + n, 'viec ' || n,
      case when n = 7 then 'ben pha cu' when n % 50 = 1 then 'qua song rong' when n % 3 = 0 then 'cay cau moi' else 'duong lang' end, now()
    from generate_series(1, 2600) n`);
}
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
const slugsWhere = (holds: (n: number) => boolean) =>
  Array.from({ length: 2600 }, (_, index) => 2600 - index)
    .filter(holds)
    .map((n) => `pa-${String(n).padStart(5, "0")}`);
const rivers = slugsWhere((n) => n % 50 === 1);
const bridges = slugsWhere((n) => n % 3 === 0 && n % 50 !== 1);

/** All public cases that hold a word, page by page. */
async function readByDay(db: Db, q: string, limit: number): Promise<string[]> {
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page: Page<{ slug: string }> = await listPublic(db, "case", { q }, { after, limit, byDay: true });
    read.push(...slugs(page.items));
    after = page.next;
  } while (after !== null && read.length < 2600);
  return read;
}

test("a word that is rare is found however old, and a frequent one among the newest", async ({ db }) => {
  await publishMany(db);
  expect(slugs((await searchPublic(db, "bến phà")).items)).toEqual(["pa-00007"]);
  expect(slugs((await listPublic(db, "case", { q: "bến phà" })).items)).toEqual(["pa-00007"]);
  const first = await searchPublic(db, "cây cầu", { limit: 60 });
  expect(slugs(first.items)).toEqual(bridges.slice(0, 60));
  const second = await searchPublic(db, "cây cầu", { limit: 60, after: first.next });
  expect(slugs(second.items)).toEqual(bridges.slice(60, 100));
  expect([second.next, second.kinds]).toEqual([null, [{ kind: "case", n: 100, more: true }]]);
  expect(await searchPublic(db, "khong co dau")).toEqual({ items: [], next: null, kinds: [] });
  expect((await searchPublic(db, "cây cầu", { only: "news" })).items).toEqual([]);
});

test("a list of what holds a word is read to its end by day, page by page", async ({ db }) => {
  await publishMany(db);
  expect(await readByDay(db, "qua sông", 10)).toEqual(rivers);
  expect(slugs((await searchPublic(db, "qua sông", { limit: 60 })).items)).toEqual(rivers);
  expect(await readByDay(db, "cây cầu", 100)).toEqual(bridges);
  expect(await countPublic(db, "case", { q: "cây cầu" })).toBe(bridges.length);
  expect(await countPublic(db, "case", { q: "cây cầu" }, { atMost: 500 })).toBe(501);
  expect(await countPublic(db, "case", { q: "bến phà" }, { atMost: 500 })).toBe(1);
});
