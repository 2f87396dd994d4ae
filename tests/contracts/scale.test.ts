import { afterAll, beforeAll } from "vitest";
import { seedCases } from "#app/commands/bench/seed-cases.ts";
import { caseKey } from "#app/commands/bench/seed-words.ts";
import {
  caseStatistics,
  countForReview,
  countWork,
  findCaseByReceipt,
  findCaseForOfficial,
  foldCaseDays,
  listDeadlines,
  listForReview,
  listLeftBehind,
  listWork,
  monthOf,
  similarPublished,
  suggestUnits,
  type WorkFilter,
} from "#app/domain/feedback/index.server.ts";
import { workLists } from "#app/domain/feedback/vocabulary.ts";
import { findLikely } from "#app/domain/intake/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import {
  countPublic,
  countPublicBy,
  findPublic,
  keepTitleWords,
  listPublic,
  listReports,
  searchPublic,
} from "#app/domain/publishing/index.server.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { remembering, tablesReadWhole } from "#tests/support/explained.ts";
import { first } from "#tests/support/first.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";

const today = "2026-11-20";
/** Enough that reading a table from beginning to end is never the quickest way to a page of it. */
const seeded = 15_000;

type World = Awaited<ReturnType<typeof makeWorld>>;
let world: World;

async function makeWorld() {
  const { db: plain, client } = await cloneDatabase(4);
  const authority = await makeUnit(plain);
  const units = [authority];
  for (let made = 0; made < 12; made += 1) units.push(await makeUnit(plain, { parent: authority }));
  const unit = units[3] ?? authority;
  const procedure = await makeProcedure(plain, { unit });
  await makeProcedure(plain, { unit: authority });
  const intake = await makeOfficial(plain, { roles: ["intake"] });
  const coordinator = await makeOfficial(plain, { roles: ["coordinator"] });
  const handler = await makeOfficial(plain, { roles: ["handler"], unit });
  const approver = await makeOfficial(plain, { roles: ["approver"] });

  await seedCases(client, { cases: seeded, today });
  let folded = await foldCaseDays(plain);
  while (folded > 0) folded = await foldCaseDays(plain);
  await keepTitleWords(plain);
  await client.unsafe("vacuum (analyze) case_days, public_counts, title_words");
  const codeOf = async (state: string) =>
    first(await client<{ code: string }[]>`select code from cases where state = ${state} and place is not null order by code limit 1`).code;
  const [middle] = await client<{ day: string; slug: string }[]>`
    select sort_day::text as day, slug from public_copies where kind = 'case' order by sort_day desc, slug offset 9000 limit 1`;
  return {
    client,
    ...remembering(client),
    officials: { intake, coordinator, handler, approver },
    unit,
    authority,
    procedure,
    open: await codeOf("DANG_XU_LY"),
    closed: await codeOf("DONG"),
    after: Buffer.from(JSON.stringify(middle)).toString("base64url"),
  };
}

beforeAll(async () => {
  world = await makeWorld();
}, 300_000);

afterAll(async () => {
  await world.client.end();
});

/** What was read whole while this was done; it must have asked something. */
async function readWholeBy(ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  world.taken();
  await ask(world.db);
  const statements = world.taken();
  expect(statements.length).toBeGreaterThan(0);
  return tablesReadWhole(world.client, statements);
}

test("a question without an index is caught", async () => {
  const unindexed = await tablesReadWhole(world.client, [{ text: "select code from cases where body like $1", values: ["%nước thải%"] }]);
  expect(unindexed).toEqual(["cases: select code from cases where body like $1"]);
  expect(await tablesReadWhole(world.client, [{ text: "select code from cases where code = $1", values: [world.open] }])).toEqual([]);
});

test("the world is as large as it says, and its open part is that of the last weeks", async () => {
  const [counted] = await world.client<{ all: number; open: number; public: number }[]>`
    select count(*)::int as all, count(*) filter (where closed_at is null)::int as open,
      (select count(*)::int from public_copies where kind = 'case') as public from cases`;
  expect(counted?.all).toBe(seeded);
  expect(counted?.open).toBeLessThan(seeded / 40);
  expect(counted?.public).toBeGreaterThan(seeded / 2);
  const [visible] = await world.client<{ n: number }[]>`select count(*)::int as n from public_copies where kind = 'case' and hidden_at is null`;
  expect(await countPublic(world.db, "case")).toBe(visible?.n);
});

test("no work list, count or desk reads every case, whoever asks", async () => {
  const { officials, unit } = world;
  const filters: WorkFilter[] = [
    {},
    ...workLists.map((list) => ({ list })),
    { state: "DANG_XU_LY" },
    { state: "TU_CHOI", field: "ho-tich" },
    { unit: unit.id },
    { unit: unit.id, overdue: true },
    { kind: "hoi_dap", dueWithin: 3 },
    { q: "nha dau tu nuoc ngoai" },
    { q: world.closed },
    { q: "1022-77" },
  ];
  const found = await readWholeBy(async (db) => {
    for (const by of Object.values<Official>(officials)) {
      for (const filter of filters) await listWork(db, by, filter, { today });
      await countWork(db, by, today);
      await listDeadlines(db, by, today);
    }
    await listLeftBehind(db, officials.coordinator, today);
    await listForReview(db, officials.coordinator, monthOf(today));
    await countForReview(db, officials.coordinator, today);
  });
  expect(found).toEqual([]);
});

test("no page of a case reads other cases whole, in the office, by receipt or in public", async () => {
  const { officials, open, closed } = world;
  const found = await readWholeBy(async (db) => {
    for (const code of [open, closed]) {
      const seen = await findCaseForOfficial(db, officials.coordinator, code, today);
      await suggestUnits(db, seen?.id ?? "", new Date(`${today}T03:00:00Z`));
      await findLikely(db, officials.coordinator, code);
      expect(await findCaseByReceipt(db, code, caseKey, today)).toMatchObject({ code });
      await findPublic(db, "case", code);
    }
  });
  expect(found).toEqual([]);
});

test("no public list, search, feed or figure reads every copy or case", async () => {
  const { unit, authority, procedure, after } = world;
  const facets = { unit: unit.slug, authority: authority.slug, field: "xay-dung", category: "hoi_dap", facet: "late" };
  const found = await readWholeBy(async (db) => {
    for (const filter of [{}, { unit: unit.slug }, { field: "ho-tich", facet: "late" }, { procedure: procedure.slug }, facets]) {
      await listPublic(db, "case", filter);
      await listPublic(db, "case", filter, { after });
      await countPublic(db, "case", filter);
    }
    for (const facet of ["field", "category", "unitSlug", "authoritySlug"] as const) await countPublicBy(db, "case", facet);
    await listPublic(db, "case", { q: "ho so dau tu" });
    await listPublic(db, "case", { q: "ho so dau tu" }, { byDay: true });
    await countPublic(db, "case", { q: "ho so" }, { atMost: 500 });
    await searchPublic(db, "giay phep xay dung");
    await searchPublic(db, "khong co tu nay dau");
    await searchPublic(db, "nghiem thhu");
    await similarPublished(db, "Thủ tục điều chỉnh giấy chứng nhận đăng ký đầu tư");
    await listReports(db, { kinds: ["hoi_dap"], receivedFrom: "2026-08-22", receivedTo: today }, { limit: 50, offset: 0 });
    for (const filter of [{}, { unit: authority.slug }, { unit: unit.slug }, { procedure: procedure.slug }])
      await caseStatistics(db, { ...filter, from: "2025-11-20", to: "2026-11-19" }, today);
  });
  expect(found).toEqual([]);
});
