import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { sheetTexts } from "#db/schema/index.ts";
import { searchPublic } from "#app/domain/publishing/index.server.ts";
import { approveRemark, proposeRemark, remarkFigures, sortRemarks, turnRemark } from "#app/domain/remarks/index.server.ts";
import { closeRound, findRound } from "#app/domain/surveys/index.server.ts";
import { announce } from "#tests/support/announce.ts";
import { openApiWorld } from "#tests/support/api-world.ts";
import { loaderOf } from "#tests/support/public-pages.ts";

const now = new Date("2026-11-21T03:00:00Z");
/** Stands in every open answer; no public door may say it. */
const marker = /loikin\d\d/gi;
const slug = "dot-mau";

let world: Awaited<ReturnType<typeof openApiWorld>>;
const ids: string[] = [];

beforeAll(async () => {
  world = await openApiWorld();
  const { db } = world;
  const round = await findRound(db, slug);
  const unit = round?.units.find((one) => one.slug === "quay-mau");
  if (!round || !unit) throw new Error("There is no round to write about");
  const bodies = Array.from({ length: 12 }, (_, index) => `Quầy làm nhanh lắm, Loikin${String(index).padStart(2, "0")} nói vậy.`);
  const rows = bodies.map((body) => ({ id: randomUUID(), roundId: round.id, unitId: unit.id, question: "K1", body, month: "2026-11-01" }));
  await db.insert(sheetTexts).values(rows);
  ids.push(...rows.map(({ id }) => id));

  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const approver = await makeOfficial(db, { roles: ["approver"] });
  await must(closeRound(db, manager, slug, now));
  await announce(db, manager, approver, slug, now);
  // One of each standing: unread, read, set aside, proposed, given out and taken back, hidden, public with the marker left out.
  await must(sortRemarks(db, manager, slug, ids.slice(1), { as: "tagged", tag: "C1" }, now));
  await must(sortRemarks(db, manager, slug, ids.slice(2, 3), { as: "set_aside", reason: "names_somebody" }, now));
  const propose = (id: string, text: string) =>
    must(proposeRemark(db, manager, slug, { id, revision: 1 }, { text, language: "vi", keptReason: "" }, now));
  const approve = (id: string) => must(approveRemark(db, approver, slug, { id, revision: 2 }, now));
  const reason = "Có người nhận ra người viết";
  for (const at of [3, 4, 5]) await propose(ids[at] ?? "", bodies[at] ?? "");
  await approve(ids[4] ?? "");
  await approve(ids[5] ?? "");
  await must(turnRemark(db, approver, slug, "withdraw", { id: ids[4] ?? "", reason }, now));
  await must(turnRemark(db, manager, slug, "hide", { id: ids[5] ?? "", reason }, now));
  await propose(ids[6] ?? "", "Quầy làm nhanh lắm, […].");
  await approve(ids[6] ?? "");
}, 120_000);

afterAll(() => world.close());

test("an open answer that is not public stands behind no public door, and what is public only in the words that were approved", async () => {
  const lists = ["units", "rounds", "remarks", "cases", "news", "procedures"].flatMap((kind) => [`/api/v1/${kind}`, `/api/v1/${kind}?format=csv`]);
  const doors = [
    ...lists,
    ...["loikin03", "Quầy làm nhanh"].map((q) => `/api/v1/remarks?q=${encodeURIComponent(q)}`),
    ...["", "/results", "/results?format=csv"].map((path) => `/api/v1/rounds/${slug}${path}`),
    ...ids.map((id) => `/api/v1/remarks/${id}`),
    "/sitemap.xml",
  ];
  const answers = await Promise.all(doors.map(async (path) => ({ path, body: await (await world.call(path)).text() })));
  const pages = [
    ["hai-long/:dot", `/hai-long/${slug}`],
    ["hai-long/:dot/loi-gop-y", `/hai-long/${slug}/loi-gop-y`],
    ["hai-long/:dot/loi-gop-y", `/hai-long/${slug}/loi-gop-y?nhan=C1&don-vi=quay-mau&q=quay`],
    ["hai-long/:dot/bao-cao", `/hai-long/${slug}/bao-cao`],
    ["tim-kiem", "/tim-kiem?q=quay+lam+nhanh"],
    ["tim-kiem", "/tim-kiem?q=loikin03"],
  ] as const;
  for (const [route, path] of pages) answers.push({ path, body: JSON.stringify(await loaderOf(world.portal, route, path)) });

  const said = ({ path, body }: { path: string; body: string }) =>
    body
      .replaceAll(/"q":"[^"]*"|q=loikin03/gi, "")
      .match(marker)
      ?.map((word) => `${path}: ${word}`) ?? [];
  expect(answers.flatMap(said)).toEqual([]);
  const shown = answers.filter(({ body }) => body.includes("Quầy làm nhanh lắm, […]."));
  expect(shown.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/api/v1/remarks", `/hai-long/${slug}`, `/hai-long/${slug}/loi-gop-y`, `/hai-long/${slug}/bao-cao`]),
  );
}, 120_000);

test("what a visitor finds is the one public remark, and counts of no handful", async () => {
  const { db } = world;
  expect((await searchPublic(db, "quay lam nhanh", { only: "remark" })).items.map(({ slug: found }) => found)).toEqual([ids[6]]);
  expect((await searchPublic(db, "loikin03")).items).toEqual([]);
  const round = await findRound(db, slug);
  expect(round && (await remarkFigures(db, round))).toMatchObject({ read: 10, tags: [{ code: "C1", n: 10 }] });
  const { items } = (await (await world.call("/api/v1/remarks?tag=C1")).json()) as { items: unknown[] };
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toMatch(/2026-\d\d/);
});

test("what is looked for is really found where it stands", () => {
  expect("a Loikin07, LOIKIN11".match(marker)).toHaveLength(2);
});

async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(code);
}
