import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, publicationLog } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import {
  addRules,
  appraiseSheet,
  correctMonth,
  correctSheet,
  findMonth,
  findSheet,
  freezeDueMonths,
  freezeMonth,
  importCounts,
  openSheet,
  prepareServiceRules,
  publishSheet,
  recountSheet,
  saveMonthValue,
  scoreOwnSheet,
} from "./index.server.ts";
import { OneStopRules } from "./rules-schema.ts";
import { listRules } from "./rules.server.ts";
import type { ScoreForm } from "./schemas.ts";
import type { ScorePoints } from "./vocabulary.ts";

const now = new Date("2026-10-05T03:00:00Z");
const quarter = "2026-Q3";

async function makeWorld(db: Db) {
  await prepareServiceRules(db);
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const other = await makeUnit(db, { parent: authority });
  const head = await makeOfficial(db, { roles: ["unit_head"], unit });
  const elsewhere = await makeOfficial(db, { roles: ["unit_head"], unit: other });
  const approver = await makeOfficial(db, { roles: ["approver"] });
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  return { authority, unit, other, head, elsewhere, approver, coordinator };
}

const csv = (lines: string[]) => Buffer.from(["Đơn vị;Kỳ;Chỉ tiêu;Trước hạn;Đúng hạn;Trễ hạn", ...lines].join("\n"));
const form = (points: Record<string, ScorePoints | null>, reason = "", evidence = ""): ScoreForm =>
  Object.fromEntries(Object.entries(points).map(([code, given]) => [code, { points: given, reason, evidence }]));

async function opened(db: Db, world: Awaited<ReturnType<typeof makeWorld>>) {
  const lines = [`${world.unit.slug};Q3/2026;1;60;40;0`, `${world.unit.slug};07/2026;2;10;10;0`];
  expect(await importCounts(db, world.coordinator, csv(lines), "Phần mềm một cửa", now)).toMatchObject({ ok: true, value: { rows: 2 } });
  const came = await openSheet(db, world.head, { unit: world.unit.slug, quarter }, now);
  if (!came.ok) throw new Error(came.code);
  return came.value.id;
}

test("a sheet opens with what the portal found; counts of one month are no quarter", async ({ db }) => {
  const world = await makeWorld(db);
  await makeProcedure(db, { unit: world.unit });
  const id = await opened(db, world);
  const sheet = await findSheet(db, id);
  const computed = new Map(sheet?.lines.map(({ code, computed }) => [code, computed]));
  expect(computed.get("1")).toMatchObject({ points: 2, part: 100, whole: 100, source: "imported", importedFrom: "Phần mềm một cửa" });
  expect(computed.get("2")).toMatchObject({ points: null, reason: "not_imported" });
  expect(computed.get("3")).toMatchObject({ points: null, reason: "by_checklist", source: "checklist" });
  // Its only procedure has an empty record: 0 of 1 is complete.
  expect(computed.get("6")).toMatchObject({ points: 0, part: 0, whole: 1, source: "portal" });
  expect(computed.get("7")).toMatchObject({ points: null, reason: "few_slips" });
  expect(computed.get("8")).toMatchObject({ points: null, reason: "nothing_due" });

  await importCounts(db, world.coordinator, csv([`${world.unit.slug};08/2026;2;10;0;0`, `${world.unit.slug};09/2026;2;0;10;2`]), "Sổ", now);
  expect(await recountSheet(db, world.head, { id, revision: 1 }, now)).toMatchObject({ ok: true });
  // July 10 + 10, August 10 + 0, September 0 + 10 and 2 late: 2 of 42 = 4.8 % late → 1 point.
  const again = (await findSheet(db, id))?.lines.find(({ code }) => code === "2")?.computed;
  expect(again).toMatchObject({ points: 1, part: 40, whole: 42 });
});

test("the head scores, somebody else appraises and publishes; an indicator without points gives no rank", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await opened(db, world);
  const own = { "1": 2, "3": 2, "4": 2, "5": 2 } as const;
  expect(await scoreOwnSheet(db, world.elsewhere, { id, revision: 1 }, form(own), now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await scoreOwnSheet(db, world.head, { id, revision: 1 }, form({ "1": 1 }), now)).toMatchObject({
    code: "service_quality.reason_needed",
    details: { codes: "1" },
  });
  expect(await scoreOwnSheet(db, world.head, { id, revision: 1 }, form(own), now)).toMatchObject({
    code: "service_quality.evidence_needed",
    details: { codes: "3, 4, 5" },
  });
  expect(await scoreOwnSheet(db, world.head, { id, revision: 1 }, form(own, "", "Biên bản tự kiểm tra"), now)).toMatchObject({ ok: true });
  expect(await scoreOwnSheet(db, world.head, { id, revision: 1 }, form(own, "", "Biên bản"), now)).toMatchObject({
    code: "service_quality.changed_meanwhile",
  });

  expect(await publishSheet(db, world.approver, { id, revision: 2 }, now)).toMatchObject({ code: "service_quality.changed_meanwhile" });
  expect(await appraiseSheet(db, world.approver, { id, revision: 2 }, form({ ...own, "5": 1 }), now)).toMatchObject({
    code: "service_quality.reason_needed",
    details: { codes: "5" },
  });
  expect(
    await appraiseSheet(db, world.approver, { id, revision: 2 }, { ...form(own), "5": { points: 1, reason: "Thiếu số thứ tự", evidence: "" } }, now),
  ).toMatchObject({ ok: true });
  expect(await publishSheet(db, world.approver, { id, revision: 3 }, now)).toMatchObject({ ok: true });

  const copy = await findPublic(db, "score_sheet", `${world.unit.slug}-2026-q3`);
  // 2 + 2 + 2 + 1 = 7 of 18; 2, 6, 7, 8 and 9 have no points
  expect(copy?.content).toMatchObject({
    points: 7,
    most: 18,
    rank: null,
    missing: ["2", "6", "7", "8", "9"],
    editions: [{ version: 1, note: null }],
  });
  expect(copy?.content.lines[4]).toMatchObject({ code: "5", points: 1, self: 2, computed: null, reason: "Thiếu số thứ tự", source: "checklist" });
  const acts = (await db.select().from(auditEvents)).map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(["score_sheet.opened", "score_sheet.self_scored", "score_sheet.appraised", "score_sheet.published"]));
});

test("whoever gave the unit’s own points neither appraises nor publishes, whatever their rights", async ({ db }) => {
  const world = await makeWorld(db);
  const both = await makeOfficial(db, { roles: ["unit_head", "approver"] });
  const id = await opened(db, world);
  await scoreOwnSheet(db, both, { id, revision: 1 }, form({ "1": 2 }), now);
  expect(await appraiseSheet(db, both, { id, revision: 2 }, form({ "1": 2 }), now)).toMatchObject({ code: "service_quality.own_points" });
  await appraiseSheet(db, world.approver, { id, revision: 2 }, form({ "1": 2 }), now);
  expect(await publishSheet(db, both, { id, revision: 3 }, now)).toMatchObject({ code: "service_quality.own_points" });
});

test("a published sheet is corrected as a new version with its reason; the old one stays public until then", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await opened(db, world);
  const points = { "1": 2 } as const;
  await scoreOwnSheet(db, world.head, { id, revision: 1 }, form(points), now);
  await appraiseSheet(db, world.approver, { id, revision: 2 }, form(points), now);
  await publishSheet(db, world.approver, { id, revision: 3 }, now);
  expect(await correctSheet(db, world.approver, { id, revision: 4, reason: " " }, now)).toMatchObject({
    code: "service_quality.correction_needs_reason",
  });
  expect(await correctSheet(db, world.head, { id, revision: 4, reason: "Sai" }, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await correctSheet(db, world.approver, { id, revision: 4, reason: "Bổ sung chỉ tiêu 3" }, now)).toMatchObject({ ok: true });
  const slug = `${world.unit.slug}-2026-q3`;
  expect((await findPublic(db, "score_sheet", slug))?.content.points).toBe(2);

  await scoreOwnSheet(db, world.head, { id, revision: 5 }, form({ "1": 2, "3": 1 }, "", "Sổ theo dõi"), now);
  await appraiseSheet(db, world.approver, { id, revision: 6 }, form({ "1": 2, "3": 1 }), now);
  await publishSheet(db, world.approver, { id, revision: 7 }, now);
  const copy = await findPublic(db, "score_sheet", slug);
  expect(copy?.content).toMatchObject({ points: 3, editions: [{ version: 1 }, { version: 2, note: "Bổ sung chỉ tiêu 3" }] });
});

test("personal data in evidence keeps a sheet from the public, and nothing is half published", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await opened(db, world);
  await scoreOwnSheet(db, world.head, { id, revision: 1 }, form({ "3": 2 }, "", "Bà Nguyễn Thị Hoa, 0905 123 456 xác nhận"), now);
  await appraiseSheet(db, world.approver, { id, revision: 2 }, form({ "3": 2 }), now);
  expect(await publishSheet(db, world.approver, { id, revision: 3 }, now)).toMatchObject({ code: "publish.personal_data" });
  expect(await findSheet(db, id)).toMatchObject({ state: "appraised", revision: 3 });
});

test("only a quarter that is over, once for a unit; a wrong row takes none in", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await opened(db, world);
  expect(id).toBeTruthy();
  expect(await openSheet(db, world.head, { unit: world.unit.slug, quarter }, now)).toMatchObject({ code: "service_quality.sheet_is_there" });
  expect(await openSheet(db, world.head, { unit: world.unit.slug, quarter: "2026-Q4" }, now)).toMatchObject({ code: "service_quality.not_over" });
  expect(await openSheet(db, world.head, { unit: world.other.slug, quarter }, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await openSheet(db, world.head, { unit: world.unit.slug, quarter: "2026-08" }, now)).toMatchObject({
    code: "service_quality.not_a_quarter",
  });
  const wrong = csv([`${world.unit.slug};Q2/2026;1;1;1;1`, `${world.unit.slug};Q2/2026;8;1;1;1`]);
  expect(await importCounts(db, world.coordinator, wrong, "Sổ", now)).toMatchObject({
    code: "service_quality.row_wrong.indicator",
    details: { line: 3 },
  });
  expect(await importCounts(db, world.head, csv([`${world.unit.slug};Q2/2026;1;1;1;1`]), "Sổ", now)).toMatchObject({
    code: "service_quality.row_wrong.unit",
  });
});

test("a month is frozen once; later it gives the same figures, and what is brought in makes a new version", async ({ db }) => {
  const world = await makeWorld(db);
  await makeProcedure(db, { unit: world.unit });
  const wish = { authorityId: world.authority.id, month: "2026-09" };
  expect(await freezeMonth(db, "portal", { ...wish, month: "2026-10" }, now)).toMatchObject({ code: "service_quality.not_over" });
  expect(await freezeMonth(db, "portal", wish, now)).toMatchObject({ ok: true, value: { slug: `${world.authority.slug}-2026-09`, version: 1 } });
  expect(await freezeMonth(db, "portal", wish, now)).toMatchObject({ code: "service_quality.month_is_there" });

  await makeProcedure(db, { unit: world.unit });
  const first = await findMonth(db, world.authority.id, "2026-09");
  expect(first).toMatchObject({ version: 1, unchanged: true });
  expect(first?.snapshot.procedures).toHaveLength(1);

  const value = { authority: world.authority.slug, month: "2026-09", code: "2.1", numerator: 19, denominator: 20, source: "Một cửa điện tử" };
  expect(await saveMonthValue(db, world.head, value, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await saveMonthValue(db, world.coordinator, { ...value, code: "5.2" }, now)).toMatchObject({ code: "service_quality.not_to_enter" });
  expect(await saveMonthValue(db, world.coordinator, value, now)).toMatchObject({ ok: true });
  expect(await correctMonth(db, world.approver, { ...wish, note: "Bổ sung 2.1" }, now)).toMatchObject({ ok: true, value: { version: 2 } });
  const second = await findMonth(db, world.authority.id, "2026-09");
  expect(second?.snapshot.procedures).toHaveLength(1);
  const copy = await findPublic(db, "service_month", `${world.authority.slug}-2026-09`);
  // 19 of 20 = 95 % of 20 = 19
  expect(copy?.content.groups[1]?.items[0]).toMatchObject({ code: "2.1", mark: "imported", rate: 95, points: 19, importedFrom: "Một cửa điện tử" });
  expect(copy?.content.editions).toMatchObject([
    { version: 1, note: null },
    { version: 2, note: "Bổ sung 2.1" },
  ]);
  expect(await db.select().from(publicationLog)).toHaveLength(2);
  expect(await freezeDueMonths(db, now)).toBe(0);
});

test("rules are added as versions by who answers for the whole portal; what was opened keeps its own", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await opened(db, world);
  const [first] = await listRules(db, "one_stop");
  const content = OneStopRules.parse({
    ...first?.rules,
    ranks: first?.rules.ranks.map((one) => (one.rank === "excellent" ? { ...one, from: 16 } : one)),
  });
  const local = await makeOfficial(db, { roles: ["approver"], unit: world.unit });
  const wish = { content, validFrom: "2026-10-01", note: "Theo quyết định mới của tỉnh" };
  expect(await addRules(db, local, wish, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await addRules(db, world.approver, { ...wish, validFrom: "2020-01-01" }, now)).toMatchObject({ code: "service_quality.rules_too_early" });
  expect(await addRules(db, world.approver, wish, now)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await findSheet(db, id))?.rules.version).toBe(1);
  await expect(db.transaction((tx) => tx.execute("update service_rules set note = ''"))).rejects.toThrow();
});
