import { eq } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { auditEvents, scoreSheets } from "#db/schema/index.ts";
import { countsOf, makeServiceWorld, openedScoreSheet, scoresOf } from "#tests/support/service-quality.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import {
  addRules,
  appraiseScoreSheet,
  correctScoreSheet,
  fillScoreSheet,
  findScoreSheet,
  importCounts,
  listScoreSheets,
  openScoreSheet,
  publishScoreSheet,
  recountScoreSheet,
} from "./index.server.ts";
import { OneStopRules } from "./rules-schema.ts";
import { listRules } from "./rules.server.ts";

const now = new Date("2026-10-05T03:00:00Z");
const quarter = "2026-Q3";

test("a sheet opens with what the portal found; counts of one month are no quarter", async ({ db }) => {
  const world = await makeServiceWorld(db);
  await makeProcedure(db, { unit: world.unit });
  const id = await openedScoreSheet(db, world, now);
  const sheet = await findScoreSheet(db, id);
  const computed = new Map(sheet?.lines.map(({ code, computed }) => [code, computed]));
  expect(computed.get("1")).toMatchObject({ points: 2, part: 100, whole: 100, source: "imported", importedFrom: "Phần mềm một cửa" });
  expect(computed.get("2")).toMatchObject({ points: null, reason: "not_imported" });
  expect(computed.get("3")).toMatchObject({ points: null, reason: "by_checklist", source: "checklist" });
  // Its only procedure has an empty record: 0 of 1 is complete.
  expect(computed.get("6")).toMatchObject({ points: 0, part: 0, whole: 1, source: "portal" });
  expect(computed.get("7")).toMatchObject({ points: null, reason: "few_slips" });
  expect(computed.get("8")).toMatchObject({ points: null, reason: "nothing_due" });

  await importCounts(db, world.coordinator, countsOf(`${world.unit.slug};08/2026;2;10;0;0`, `${world.unit.slug};09/2026;2;0;10;2`), "Sổ", now);
  expect(await recountScoreSheet(db, world.head, { id, revision: 1 }, now)).toMatchObject({ ok: true });
  // July 10 + 10, August 10 + 0, September 0 + 10 and 2 late: 2 of 42 = 4.8 % late → 1 point.
  const again = (await findScoreSheet(db, id))?.lines.find(({ code }) => code === "2")?.computed;
  expect(again).toMatchObject({ points: 1, part: 40, whole: 42 });
});

test("the head scores, somebody else appraises and publishes; an indicator without points gives no rank", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  const own = { "1": 2, "3": 2, "4": 2, "5": 2 } as const;
  expect(await fillScoreSheet(db, world.elsewhere, { id, revision: 1 }, scoresOf(own), now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf({ "1": 1 }), now)).toMatchObject({
    code: "service_quality.reason_needed",
    details: { codes: "1" },
  });
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf(own), now)).toMatchObject({
    code: "service_quality.evidence_needed",
    details: { codes: "3, 4, 5" },
  });
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf(own, "", "Biên bản tự kiểm tra"), now)).toMatchObject({ ok: true });
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf(own, "", "Biên bản"), now)).toMatchObject({
    code: "service_quality.changed_meanwhile",
  });

  expect(await publishScoreSheet(db, world.approver, { id, revision: 2 }, now)).toMatchObject({ code: "service_quality.changed_meanwhile" });
  expect(await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf({ ...own, "5": 1 }), now)).toMatchObject({
    code: "service_quality.reason_needed",
    details: { codes: "5" },
  });
  expect(
    await appraiseScoreSheet(
      db,
      world.approver,
      { id, revision: 2 },
      { ...scoresOf(own), "5": { points: 1, reason: "Thiếu số thứ tự", evidence: "" } },
      now,
    ),
  ).toMatchObject({ ok: true });
  expect(await publishScoreSheet(db, world.approver, { id, revision: 3 }, now)).toMatchObject({ ok: true });

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
  const world = await makeServiceWorld(db);
  const both = await makeOfficial(db, { roles: ["unit_head", "approver"] });
  const id = await openedScoreSheet(db, world, now);
  await fillScoreSheet(db, both, { id, revision: 1 }, scoresOf({ "1": 2 }), now);
  expect(await appraiseScoreSheet(db, both, { id, revision: 2 }, scoresOf({ "1": 2 }), now)).toMatchObject({ code: "service_quality.own_points" });
  await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf({ "1": 2 }), now);
  expect(await publishScoreSheet(db, both, { id, revision: 3 }, now)).toMatchObject({ code: "service_quality.own_points" });
});

test("a published sheet is corrected as a new version with its reason; the old one stays public until then", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  const points = { "1": 2 } as const;
  await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf(points), now);
  await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf(points), now);
  await publishScoreSheet(db, world.approver, { id, revision: 3 }, now);
  expect(await correctScoreSheet(db, world.approver, { id, revision: 4, reason: " " }, now)).toMatchObject({
    code: "service_quality.correction_needs_reason",
  });
  expect(await correctScoreSheet(db, world.head, { id, revision: 4, reason: "Sai" }, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await correctScoreSheet(db, world.approver, { id, revision: 4, reason: "Bổ sung chỉ tiêu 3" }, now)).toMatchObject({ ok: true });
  const slug = `${world.unit.slug}-2026-q3`;
  expect((await findPublic(db, "score_sheet", slug))?.content.points).toBe(2);

  await fillScoreSheet(db, world.head, { id, revision: 5 }, scoresOf({ "1": 2, "3": 1 }, "", "Sổ theo dõi"), now);
  await appraiseScoreSheet(db, world.approver, { id, revision: 6 }, scoresOf({ "1": 2, "3": 1 }), now);
  await publishScoreSheet(db, world.approver, { id, revision: 7 }, now);
  const copy = await findPublic(db, "score_sheet", slug);
  expect(copy?.content).toMatchObject({ points: 3, editions: [{ version: 1 }, { version: 2, note: "Bổ sung chỉ tiêu 3" }] });
});

test("personal data is refused where it is written, with the indicators that tell it", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  const telling = "Bà Nguyễn Thị Hoa, 0905 123 456 xác nhận";
  const refused = (codes: string) => ({ code: "service_quality.personal_data", details: { codes } });
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf({ "3": 2 }, "", telling), now)).toMatchObject(refused("3"));
  expect(await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf({ "1": 1 }, telling), now)).toMatchObject(refused("1"));
  await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf({ "1": 2 }), now);
  expect(await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf({ "1": 1 }, telling), now)).toMatchObject(refused("1"));

  await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf({ "1": 2 }), now);
  await publishScoreSheet(db, world.approver, { id, revision: 3 }, now);
  expect(await correctScoreSheet(db, world.approver, { id, revision: 4, reason: "Theo bà Lan, 0912 345 678" }, now)).toMatchObject({
    code: "publish.note_personal_data",
  });
  expect(await findScoreSheet(db, id)).toMatchObject({ state: "published", revision: 4, correction: null });
});

test("personal data in evidence, in a source or in why a sheet is corrected keeps it from the public; nothing is half published", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  await fillScoreSheet(db, world.head, { id, revision: 1 }, scoresOf({ "1": 2 }), now);
  await appraiseScoreSheet(db, world.approver, { id, revision: 2 }, scoresOf({ "1": 2 }), now);
  const telling = "Bà Nguyễn Thị Hoa, 0905 123 456 xác nhận";
  const lines = (await findScoreSheet(db, id))?.lines ?? [];
  const stored = [
    { lines: lines.map((line) => ({ ...line, evidence: telling })) },
    { lines: lines.map((line) => ({ ...line, computed: { ...line.computed, importedFrom: telling } })) },
    { lines, correction: telling },
  ];
  for (const values of stored) {
    await db.update(scoreSheets).set(values).where(eq(scoreSheets.id, id));
    expect(await publishScoreSheet(db, world.approver, { id, revision: 3 }, now)).toMatchObject({ code: "publish.personal_data" });
    expect(await findScoreSheet(db, id)).toMatchObject({ state: "appraised", revision: 3 });
  }
  await db.update(scoreSheets).set({ lines, correction: null }).where(eq(scoreSheets.id, id));
  expect(await publishScoreSheet(db, world.approver, { id, revision: 3 }, now)).toMatchObject({ ok: true });
});

test("a unit’s head sees all sheets of the unit, however many others there are", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  const [own] = await db.select().from(scoreSheets).where(eq(scoreSheets.id, id));
  if (!own) throw new Error("No sheet");
  // Newer than the own one, so that they would fill a list that asks for the right too late.
  const newer = Array.from({ length: 501 }, (_, at) => `${3000 + Math.floor(at / 4)}-Q${1 + (at % 4)}`);
  await db
    .insert(scoreSheets)
    .values(newer.map((when) => ({ ...own, id: undefined, unitId: world.other.id, unitVersionId: world.other.versionId, quarter: when })));
  expect((await listScoreSheets(db, world.head)).map((one) => one.id)).toEqual([id]);
  expect(await listScoreSheets(db, world.approver)).toHaveLength(500);
});

test("only a quarter that is over, once for a unit; a wrong row takes none in", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
  expect(id).toBeTruthy();
  expect(await openScoreSheet(db, world.head, { unit: world.unit.slug, quarter }, now)).toMatchObject({ code: "service_quality.sheet_is_there" });
  expect(await openScoreSheet(db, world.head, { unit: world.unit.slug, quarter: "2026-Q4" }, now)).toMatchObject({
    code: "service_quality.not_over",
  });
  expect(await openScoreSheet(db, world.head, { unit: world.other.slug, quarter }, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await openScoreSheet(db, world.head, { unit: world.unit.slug, quarter: "2026-08" }, now)).toMatchObject({
    code: "service_quality.not_a_quarter",
  });
  const wrong = countsOf(`${world.unit.slug};Q2/2026;1;1;1;1`, `${world.unit.slug};Q2/2026;8;1;1;1`);
  expect(await importCounts(db, world.coordinator, wrong, "Sổ", now)).toMatchObject({
    code: "service_quality.row_wrong.indicator",
    details: { line: 3 },
  });
  expect(await importCounts(db, world.head, countsOf(`${world.unit.slug};Q2/2026;1;1;1;1`), "Sổ", now)).toMatchObject({
    code: "service_quality.row_wrong.unit",
  });
});

test("rules are added as versions by who answers for the whole portal; what was opened keeps its own", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const id = await openedScoreSheet(db, world, now);
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
  expect((await findScoreSheet(db, id))?.rules.version).toBe(1);
  await expect(db.transaction((tx) => tx.execute("update service_rules set note = ''"))).rejects.toThrow();
});
