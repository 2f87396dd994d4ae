import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { publicCopies } from "#db/schema/index.ts";
import { expect, test } from "#tests/support/test.ts";
import { countPublic, listPublic, searchPublic } from "./index.server.ts";

/** More public cases than are looked through by day, a day apart; every third is of a bridge, and one old one of a ferry. */
async function publishMany(db: Db) {
  await db.delete(publicCopies);
  await db.execute(sql`
    insert into public_copies (kind, slug, subject_id, content, title_vi, sort_day, title_folded, search_folded, published_at)
    select 'case', 'pa-' || lpad(n::text, 5, '0'), gen_random_uuid(), '{}'::jsonb, 'Việc ' || n, date '2015-01-01' + n, 'viec ' || n,
      case when n = 7 then 'ben pha cu' when n % 3 = 0 then 'cay cau moi' else 'duong lang' end, now()
    from generate_series(1, 2600) n`);
}
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
const bridges = Array.from({ length: 866 }, (_, index) => `pa-${String((866 - index) * 3).padStart(5, "0")}`);

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
  const read: string[] = [];
  for (let after: string | null = null, page = 0; page < 12; page += 1) {
    const { items, next }: { items: { slug: string }[]; next: string | null } = await listPublic(
      db,
      "case",
      { q: "cây cầu" },
      { after, limit: 100, byDay: true },
    );
    read.push(...slugs(items));
    if (next === null) break;
    after = next;
  }
  expect(read).toEqual(bridges);
  expect(await countPublic(db, "case", { q: "cây cầu" })).toBe(866);
  expect(await countPublic(db, "case", { q: "cây cầu" }, { atMost: 500 })).toBe(501);
  expect(await countPublic(db, "case", { q: "bến phà" }, { atMost: 500 })).toBe(1);
});
