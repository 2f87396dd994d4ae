import { eq } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, ownTags, remarks, remarkTags, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { announce } from "#tests/support/announce.ts";
import { first } from "#tests/support/first.ts";
import { expect, test } from "#tests/support/test.ts";
import { countPublic, findPublic, listPublic, searchPublic } from "../publishing/index.server.ts";
import { closeRound, findRound } from "../surveys/index.server.ts";
import {
  addOwnTag,
  approveRemark,
  clearOldRemarks,
  countRemarks,
  eraseOldAnswers,
  listRemarks,
  proposeRemark,
  remarkFigures,
  retireOwnTag,
  returnRemark,
  sortRemarks,
  turnRemark,
} from "./index.server.ts";

const now = new Date("2026-11-12T03:00:00Z");
const words = { language: "vi" as const, keptReason: "" };

async function makeWorld(db: Db, bodies: readonly string[], { state = "published" }: { state?: "published" | "closed" | "open" } = {}) {
  const version = await makeQuestionnaireVersion(db, { criteria: [{ code: "C1" }, { code: "C2" }] });
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const other = await makeUnit(db, { parent: authority });
  const made = await makeRound(db, { units: [unit, other], authority, version, opensOn: "2026-09-01", closesOn: "2026-10-31", now });
  const rows = await db
    .insert(sheetTexts)
    .values(bodies.map((body) => ({ roundId: made.id, unitId: unit.id, question: "K1", body, month: "2026-09-01" })))
    .returning({ id: sheetTexts.id });
  const manager = await makeOfficial(db, { roles: ["survey_manager"], unit: authority });
  const approver = await makeOfficial(db, { roles: ["approver"], unit: authority });
  if (state !== "open") expect(await closeRound(db, manager, made.slug, now)).toMatchObject({ ok: true });
  if (state === "published") await announce(db, manager, approver, made.slug, now);
  const round = await findRound(db, made.slug);
  if (!round) throw new Error("There is no round to read");
  const elsewhere = await makeOfficial(db, { roles: ["survey_manager", "approver"], unit: await makeUnit(db) });
  return { round, unit, other, ids: rows.map(({ id }) => id), manager, approver, elsewhere };
}

const five = ["Quầy số 2 rất kiên nhẫn.", "Chờ lâu quá.", "Ghế gãy chưa sửa.", "Bảng niêm yết rõ.", "Cảm ơn các bạn."];

async function published(db: Db, world: Awaited<ReturnType<typeof makeWorld>>, at = 0) {
  const id = world.ids[at] ?? "";
  const text = five[at] ?? "";
  const proposed = await proposeRemark(db, world.manager, world.round.slug, { id, revision: 0 }, { ...words, text }, now);
  if (!proposed.ok) throw new Error(proposed.code);
  const approved = await approveRemark(db, world.approver, world.round.slug, { id, revision: 1 }, now);
  if (!approved.ok) throw new Error(approved.code);
  return id;
}

test("an open answer is public only as somebody else approved it, without its month, and the answer stays as it came", async ({ db }) => {
  const world = await makeWorld(db, five);
  const { round, ids, manager, approver, elsewhere, unit } = world;
  const id = ids[0] ?? "";
  await sortRemarks(db, manager, round.slug, [id], { as: "tagged", tag: "C1" }, now);
  const which = { id, revision: 1 };
  expect(await proposeRemark(db, approver, round.slug, which, { ...words, text: "Quầy […] kiên nhẫn." }, now)).toMatchObject({
    code: "remark.not_yours",
  });
  expect(await proposeRemark(db, elsewhere, round.slug, which, { ...words, text: "Quầy […] kiên nhẫn." }, now)).toMatchObject({
    code: "remark.not_yours",
  });
  expect(await proposeRemark(db, manager, round.slug, which, { ...words, text: "Quầy […] kiên nhẫn." }, now)).toMatchObject({ ok: true });
  expect(await countPublic(db, "remark")).toBe(0);
  expect(await approveRemark(db, manager, round.slug, { id, revision: 2 }, now)).toMatchObject({ code: "remark.not_yours" });
  expect(await approveRemark(db, elsewhere, round.slug, { id, revision: 2 }, now)).toMatchObject({ code: "remark.not_yours" });
  expect(await approveRemark(db, approver, round.slug, { id, revision: 1 }, now)).toMatchObject({ code: "remark.changed_meanwhile" });
  expect(await approveRemark(db, approver, round.slug, { id, revision: 2 }, now)).toMatchObject({ ok: true });

  const copy = await findPublic(db, "remark", id);
  expect(copy).toMatchObject({
    sortDay: "2026-10-31",
    content: { text: "Quầy […] kiên nhẫn.", shortened: true, year: 2026, unit: { slug: unit.slug }, tags: [{ code: "C1" }] },
  });
  expect(JSON.stringify(copy?.content)).not.toContain("2026-09");
  expect(first(await db.select().from(sheetTexts).where(eq(sheetTexts.id, id))).body).toBe(five[0]);
  expect((await listPublic(db, "remark", { category: round.slug, tag: "C1" })).items).toHaveLength(1);
  expect((await listPublic(db, "remark", { category: round.slug, tag: "C2" })).items).toEqual([]);
  expect((await searchPublic(db, "kien nhan")).items.map(({ kind }) => kind)).toContain("remark");
  const trace = (await db.select().from(auditEvents)).filter(({ act }) => act.startsWith("remark."));
  expect(trace.map(({ act }) => act)).toEqual(["remark.tagged", "remark.proposed", "remark.published"]);
  expect(JSON.stringify(trace)).not.toContain("kiên nhẫn");
});

test("who holds both rights still does not approve their own proposal, and the database does not let them", async ({ db }) => {
  const { round, ids, manager } = await makeWorld(db, five);
  const both = await makeOfficial(db, { roles: ["survey_manager", "approver"], unit: { id: round.authority.id } });
  const id = ids[0] ?? "";
  await proposeRemark(db, both, round.slug, { id, revision: 0 }, { ...words, text: "Quầy số 2 rất kiên nhẫn." }, now);
  expect(await approveRemark(db, both, round.slug, { id, revision: 1 }, now)).toMatchObject({ code: "remark.own_proposal" });
  const stored = db.transaction((tx) => tx.update(remarks).set({ approvedById: both.id }).where(eq(remarks.id, id)));
  await expect(stored).rejects.toThrow();
  expect(await returnRemark(db, manager, round.slug, { id, revision: 1, reason: "Chưa rõ ý, đọc lại" }, now)).toMatchObject({
    code: "remark.not_yours",
  });
  expect(await returnRemark(db, both, round.slug, { id, revision: 1, reason: "Chưa rõ ý, đọc lại" }, now)).toMatchObject({ ok: true });
  expect(first((await listRemarks(db, both, round, { standing: "read" })).items)).toMatchObject({
    reason: "Chưa rõ ý, đọc lại",
    publicText: five[0],
  });
});

test("personal data blocks until it is left out, or somebody says why it stays; then it stays and nothing else", async ({ db }) => {
  const body = "Chị ở quầy bảo gọi số 0905 123 456 để hỏi, gọi là có người nghe.";
  const { round, ids, manager, approver } = await makeWorld(db, [body, ...five]);
  const id = ids[0] ?? "";
  const propose = (text: string, revision: number, keptReason = "") =>
    proposeRemark(db, manager, round.slug, { id, revision }, { text, language: "vi", keptReason }, now);
  expect(await propose(body, 0)).toMatchObject({ code: "publish.personal_data" });
  expect(await db.select().from(remarks).where(eq(remarks.id, id))).toEqual([]);
  expect(await propose(body, 0, "ngắn")).toMatchObject({ code: "remark.reason_missing" });
  expect(await propose(body.replace("0905 123 456", "[số điện thoại]"), 0)).toMatchObject({ ok: true });
  expect(await propose(body, 1, "Đây là số đường dây chung của quầy")).toMatchObject({ ok: true });

  await db
    .update(remarks)
    .set({ publicText: `${body} 0912 345 678` })
    .where(eq(remarks.id, id));
  expect(await approveRemark(db, approver, round.slug, { id, revision: 2 }, now)).toMatchObject({ code: "publish.personal_data" });
  await db.update(remarks).set({ publicText: body }).where(eq(remarks.id, id));
  expect(await approveRemark(db, approver, round.slug, { id, revision: 2 }, now)).toMatchObject({ ok: true });
});

test("a public text leaves words out and puts none in", async ({ db }) => {
  const { round, ids, manager } = await makeWorld(db, five);
  const propose = (text: string) => proposeRemark(db, manager, round.slug, { id: ids[1] ?? "", revision: 0 }, { ...words, text }, now);
  expect(await propose("Không phải chờ lâu.")).toMatchObject({ code: "remark.words_added" });
  expect(await propose("Chờ lâu quá, tệ.")).toMatchObject({ code: "remark.words_added" });
  expect(await propose("chờ […] quá!")).toMatchObject({ ok: true });
});

test("of a group with fewer than five answers, and of a round that takes answers, none is published", async ({ db }) => {
  const few = await makeWorld(db, five.slice(0, 4));
  const wish = { ...words, text: "Chờ lâu quá." };
  expect(await proposeRemark(db, few.manager, few.round.slug, { id: few.ids[1] ?? "", revision: 0 }, wish, now)).toMatchObject({
    code: "remark.too_few",
  });
  const open = await makeWorld(db, five, { state: "open" });
  expect(await proposeRemark(db, open.manager, open.round.slug, { id: open.ids[1] ?? "", revision: 0 }, wish, now)).toMatchObject({
    code: "remark.round_open",
  });

  const closed = await makeWorld(db, five, { state: "closed" });
  const id = closed.ids[1] ?? "";
  expect(await proposeRemark(db, closed.manager, closed.round.slug, { id, revision: 0 }, wish, now)).toMatchObject({ ok: true });
  expect(await approveRemark(db, closed.approver, closed.round.slug, { id, revision: 1 }, now)).toMatchObject({ code: "remark.results_first" });

  const enough = await makeWorld(db, five);
  await proposeRemark(db, enough.manager, enough.round.slug, { id: enough.ids[1] ?? "", revision: 0 }, wish, now);
  await db.delete(sheetTexts).where(eq(sheetTexts.id, enough.ids[4] ?? ""));
  expect(await approveRemark(db, enough.approver, enough.round.slug, { id: enough.ids[1] ?? "", revision: 1 }, now)).toMatchObject({
    code: "remark.too_few",
  });
});

test("a published answer is hidden by either side, shown again by who approves, and taken back for good", async ({ db }) => {
  const world = await makeWorld(db, five);
  const { round, manager, approver } = world;
  const id = await published(db, world);
  const reason = "Có người nhận ra mình trong đó";
  expect(await turnRemark(db, manager, round.slug, "hide", { id, reason: "vì" }, now)).toMatchObject({ code: "remark.reason_missing" });
  expect(await turnRemark(db, manager, round.slug, "hide", { id, reason }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "remark", id)).toBeUndefined();
  expect(await turnRemark(db, manager, round.slug, "show", { id, reason }, now)).toMatchObject({ code: "remark.not_yours" });
  expect(await turnRemark(db, approver, round.slug, "show", { id, reason }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "remark", id)).toBeDefined();
  expect(await turnRemark(db, manager, round.slug, "withdraw", { id, reason }, now)).toMatchObject({ ok: true });
  expect(await countPublic(db, "remark", { category: round.slug })).toBe(0);
  expect(await turnRemark(db, manager, round.slug, "hide", { id, reason }, now)).toMatchObject({ code: "remark.wrong_state" });
});

test("answers are found by words without diacritics, by unit, tag and standing, each page once", async ({ db }) => {
  const many = Array.from({ length: 41 }, (_, index) => `Ý kiến thứ ${index}: chờ đợi lâu.`);
  const { round, ids, manager, other } = await makeWorld(db, [...many, "Quạt hỏng."]);
  const one = await listRemarks(db, manager, round, { q: "cho doi" });
  const two = await listRemarks(db, manager, round, { q: "cho doi" }, one.next ?? undefined);
  expect(new Set([...one.items, ...two.items].map(({ id }) => id)).size).toBe(41);
  expect(two.next).toBeNull();
  expect((await listRemarks(db, manager, round, { unitId: other.id })).items).toEqual([]);

  await sortRemarks(db, manager, round.slug, ids.slice(0, 2), { as: "tagged", tag: "F1" }, now);
  await sortRemarks(db, manager, round.slug, ids.slice(1, 2), { as: "untagged", tag: "F1" }, now);
  await sortRemarks(db, manager, round.slug, ids.slice(2, 3), { as: "set_aside", reason: "says_nothing" }, now);
  expect((await listRemarks(db, manager, round, { tag: "F1" })).items.map(({ id }) => id)).toEqual([ids[0]]);
  expect((await listRemarks(db, manager, round, { tag: null, standing: "read" })).items.map(({ id }) => id)).toEqual([ids[1]]);
  expect((await countRemarks(db, round)).byStanding).toMatchObject({ new: 39, read: 2, set_aside: 1 });
  await sortRemarks(db, manager, round.slug, ids.slice(2, 3), { as: "read" }, now);
  expect((await countRemarks(db, round)).byStanding).toMatchObject({ read: 3, set_aside: 0 });
  expect(await sortRemarks(db, manager, round.slug, [], { as: "read" }, now)).toMatchObject({ code: "remark.none_chosen" });
  expect(await sortRemarks(db, manager, round.slug, ids.slice(0, 1), { as: "tagged", tag: "Z" }, now)).toMatchObject({ code: "remark.unknown_tag" });
});

test("who approves sees what was proposed and no other answer, and its personal data is masked", async ({ db }) => {
  const body = "Gọi ông Nguyễn Văn Bình theo số 0905 123 456 thì được ngay.";
  const { round, ids, manager, approver, elsewhere } = await makeWorld(db, [body, ...five]);
  expect((await listRemarks(db, approver, round, {})).items).toEqual([]);
  const text = "Gọi […] thì được ngay.";
  await proposeRemark(db, manager, round.slug, { id: ids[0] ?? "", revision: 0 }, { ...words, text }, now);
  const seen = await listRemarks(db, approver, round, {});
  expect(seen.items).toHaveLength(1);
  expect(seen.items[0]).toMatchObject({ publicText: text, mine: false });
  expect(seen.items[0]?.body).not.toContain("0905");
  expect(seen.items[0]?.body).not.toContain("Bình");
  expect(first((await listRemarks(db, manager, round, { standing: "proposed" })).items).body).toBe(body);
  expect((await listRemarks(db, elsewhere, round, {})).items).toEqual([]);
});

test("an authority makes tags of its own; they are counted before the public once an answer with one was approved", async ({ db }) => {
  const world = await makeWorld(db, five);
  const { round, ids, manager, elsewhere } = world;
  expect(await addOwnTag(db, elsewhere, round.slug, { nameVi: "Chờ lâu", nameEn: null }, now)).toMatchObject({ code: "remark.not_yours" });
  expect(await addOwnTag(db, manager, round.slug, { nameVi: "Ông Nguyễn Văn Bình", nameEn: null }, now)).toMatchObject({
    code: "publish.personal_data",
  });
  expect(await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn: "Long waits" }, now)).toMatchObject({ value: { code: "~cho-lau" } });
  expect(await addOwnTag(db, manager, round.slug, { nameVi: "chờ  lâu", nameEn: null }, now)).toMatchObject({ code: "remark.tag_there" });
  await sortRemarks(db, manager, round.slug, ids, { as: "tagged", tag: "~cho-lau" }, now);
  await sortRemarks(db, manager, round.slug, ids.slice(0, 4), { as: "tagged", tag: "C1" }, now);
  expect(await remarkFigures(db, round)).toMatchObject({ read: 5, tags: [{ code: "C1", n: null }] });
  await db
    .update(remarks)
    .set({ revision: 0 })
    .where(eq(remarks.id, ids[0] ?? ""));
  await published(db, world);
  expect(await remarkFigures(db, round)).toMatchObject({
    tags: [
      { code: "~cho-lau", n: 5, name: { en: "Long waits" } },
      { code: "C1", n: null },
    ],
  });

  expect(await retireOwnTag(db, manager, round.slug, "~cho-lau", now)).toMatchObject({ ok: true });
  expect(await sortRemarks(db, manager, round.slug, ids, { as: "tagged", tag: "~cho-lau" }, now)).toMatchObject({ code: "remark.unknown_tag" });
  expect(await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn: null }, now)).toMatchObject({ ok: true });
});

test("a public tag is called as it was approved, whatever its authority calls it since", async ({ db }) => {
  const world = await makeWorld(db, five);
  const { round, ids, manager } = world;
  await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn: "Long waits" }, now);
  await sortRemarks(db, manager, round.slug, ids.slice(1), { as: "tagged", tag: "~cho-lau" }, now);
  const id = await published(db, world);
  await sortRemarks(db, manager, round.slug, [id], { as: "tagged", tag: "~cho-lau" }, now);
  expect(await remarkFigures(db, round)).toMatchObject({ tags: [] });

  const second = ids[1] ?? "";
  await proposeRemark(db, manager, round.slug, { id: second, revision: 1 }, { ...words, text: "Chờ lâu quá." }, now);
  const reopened = async (nameEn: string) => {
    expect(await retireOwnTag(db, manager, round.slug, "~cho-lau", now)).toMatchObject({ ok: true });
    expect(await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn }, now)).toMatchObject({ ok: true });
  };
  await reopened("The director is to blame");
  const approve = (revision: number) => approveRemark(db, world.approver, round.slug, { id: second, revision }, now);
  expect(await approve(2)).toMatchObject({ code: "remark.changed_meanwhile" });
  await reopened("Long waits");
  expect(await approve(4)).toMatchObject({ ok: true });

  const shown = { tags: [{ code: "~cho-lau", n: 5, name: { vi: "Chờ lâu", en: "Long waits" } }] };
  expect(await remarkFigures(db, round)).toMatchObject(shown);
  await reopened("The director is to blame");
  expect(await remarkFigures(db, round)).toMatchObject(shown);
});

test("who approves publishes the tags they saw: a proposal tagged since has to be read again", async ({ db }) => {
  const { round, ids, manager, approver } = await makeWorld(db, five);
  const id = ids[0] ?? "";
  await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn: null }, now);
  await proposeRemark(db, manager, round.slug, { id, revision: 0 }, { ...words, text: "Quầy số 2 rất kiên nhẫn." }, now);
  await sortRemarks(db, manager, round.slug, [id], { as: "tagged", tag: "~cho-lau" }, now);
  const approve = (revision: number) => approveRemark(db, approver, round.slug, { id, revision }, now);
  expect(await approve(1)).toMatchObject({ code: "remark.changed_meanwhile" });
  await sortRemarks(db, manager, round.slug, [id], { as: "tagged", tag: "~cho-lau" }, now);
  await sortRemarks(db, manager, round.slug, [id], { as: "untagged", tag: "~cho-lau" }, now);
  expect(await approve(2)).toMatchObject({ code: "remark.changed_meanwhile" });
  expect(await approve(3)).toMatchObject({ ok: true });
  expect((await findPublic(db, "remark", id))?.content).toMatchObject({ tags: [] });
});

test("an own tag that names somebody blocks the approval of the answer that has it", async ({ db }) => {
  const { round, ids, manager, approver } = await makeWorld(db, five);
  const id = ids[0] ?? "";
  await addOwnTag(db, manager, round.slug, { nameVi: "Chờ lâu", nameEn: null }, now);
  await sortRemarks(db, manager, round.slug, [id], { as: "tagged", tag: "~cho-lau" }, now);
  await proposeRemark(db, manager, round.slug, { id, revision: 1 }, { ...words, text: "Quầy số 2 rất kiên nhẫn." }, now);
  await db.update(ownTags).set({ nameEn: "Call 0905 123 456" });
  expect(await approveRemark(db, approver, round.slug, { id, revision: 2 }, now)).toMatchObject({ code: "publish.personal_data" });
  await db.update(ownTags).set({ nameEn: null });
  expect(await approveRemark(db, approver, round.slug, { id, revision: 2 }, now)).toMatchObject({ ok: true });
});

test("what an open round's answers are about is not told, nor what hardly any are about", async ({ db }) => {
  const open = await makeWorld(db, five, { state: "open" });
  await sortRemarks(db, open.manager, open.round.slug, open.ids, { as: "tagged", tag: "C1" }, now);
  expect(await remarkFigures(db, open.round)).toBeUndefined();
  const few = await makeWorld(db, five);
  await sortRemarks(db, few.manager, few.round.slug, few.ids.slice(0, 4), { as: "tagged", tag: "C1" }, now);
  expect(await remarkFigures(db, few.round)).toBeUndefined();
});

test("two years after a round ended its open answers are gone; published words and counts stay", async ({ db }) => {
  const world = await makeWorld(db, five);
  const { round, ids, manager } = world;
  const id = await published(db, world);
  await sortRemarks(db, manager, round.slug, ids, { as: "tagged", tag: "C1" }, now);
  await proposeRemark(db, manager, round.slug, { id: ids[1] ?? "", revision: 1 }, { ...words, text: "Chờ lâu quá." }, now);
  const before = await remarkFigures(db, round);
  expect([await eraseOldAnswers(db, "2028-10-31", 9), await clearOldRemarks(db, "2028-10-31", 9)]).toEqual([0, 0]);
  // In parts, until nothing is due.
  expect([await eraseOldAnswers(db, "2028-11-01", 3), await eraseOldAnswers(db, "2028-11-01", 3)]).toEqual([3, 2]);
  expect([await clearOldRemarks(db, "2028-11-01", 9), await clearOldRemarks(db, "2028-11-01", 9)]).toEqual([1, 0]);
  expect(await db.select().from(sheetTexts)).toEqual([]);
  expect((await db.select().from(remarks)).filter(({ publicText }) => publicText !== null).map((one) => one.id)).toEqual([id]);
  expect(await findPublic(db, "remark", id)).toBeDefined();
  expect(await remarkFigures(db, round)).toEqual(before);
  expect(await db.select().from(remarkTags)).toHaveLength(5);
  const reason = "Người viết đề nghị gỡ bỏ";
  expect(await turnRemark(db, manager, round.slug, "withdraw", { id, reason }, now)).toMatchObject({ ok: true });
  // Taken back after its answer had gone, it goes in the next night, though no answer does.
  expect([await eraseOldAnswers(db, "2028-11-02", 9), await clearOldRemarks(db, "2028-11-02", 9)]).toEqual([0, 1]);
  expect((await db.select().from(remarks)).filter(({ publicText, keptReason }) => publicText !== null || keptReason !== null)).toEqual([]);
});
