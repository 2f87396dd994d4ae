import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { attachments } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import {
  acceptCase,
  addNote,
  addSupport,
  appealAnswer,
  assignCase,
  countWork,
  findAttachment,
  findCaseByReceipt,
  findCaseForOfficial,
  listHandlers,
  listWork,
  maskedIdentity,
  nameHandler,
  nameOfficials,
  reopenCase,
  revealIdentity,
} from "./index.server.ts";

const reason = "Lý do đủ dài để ghi lại.";
const now = new Date("2026-11-17T03:00:00Z");
const today = "2026-11-17";
const notThere = { ok: false, code: "case.not_found" };

test("whom a case complains of sees it nowhere: no list, count, search, page, file, note or identity", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", subject: "Cán bộ quầy số 3 gây phiền hà" });
  const { coordinator } = made.people;
  const named = await makeOfficial(db, { roles: ["intake", "coordinator", "approver", "reception"] });
  const [photo] = await db
    .insert(attachments)
    .values({ caseId: made.id, fileName: "anh.jpg", mime: "image/jpeg", bytes: 1, sha256: "0", storageKey: "anh" })
    .returning();
  const other = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN" });
  const sees = async (by: typeof named) => ({
    page: (await findCaseForOfficial(db, by, made.code, today)) !== undefined,
    list: (await listWork(db, by, {}, { today })).items.some(({ code }) => code === made.code),
    search: (await listWork(db, by, { q: "quầy số 3" }, { today })).items.length > 0,
    byCode: (await listWork(db, by, { q: made.code }, { today })).items.length > 0,
    overdue: (await countWork(db, by, "2026-12-30")).overdue,
    file: (await findAttachment(db, by, photo?.id ?? "")) !== undefined,
    identity: (await maskedIdentity(db, testKeys, by, made.code)) !== undefined,
  });
  expect(await sees(named)).toEqual({ page: true, list: true, search: true, byCode: true, overdue: 2, file: true, identity: true });

  const reopened = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN" });
  expect(await nameOfficials(db, made.people.intake, reopened.code, { officialIds: [named.id] }, now)).toMatchObject({ ok: true });
  expect(await nameOfficials(db, made.people.intake, made.code, { officialIds: [named.id] }, now)).toEqual({ ok: false, code: "case.wrong_state" });
  expect(await findCaseForOfficial(db, named, reopened.code, today)).toBeUndefined();

  const early = await makeCase(db, testKeys, { state: "MOI", subject: "Cán bộ quầy số 4 gây phiền hà" });
  const accepted = await acceptCase(db, testKeys, made.people.intake, early.code, { kind: "gop_y", field: "khac", complainedOf: [named.id] }, now);
  expect(accepted).toMatchObject({ ok: true });
  expect((await listWork(db, named, { q: "quầy số 4" }, { today })).items).toEqual([]);
  expect((await listWork(db, named, {}, { today })).items.map(({ code }) => code).toSorted()).toEqual([made.code, other.code].toSorted());
  expect(await addNote(db, named, early.code, { body: reason }, now)).toEqual(notThere);
  expect(await assignCase(db, testKeys, named, early.code, { unitId: made.unit.id }, now)).toEqual(notThere);
  expect(await revealIdentity(db, testKeys, named, early.code, reason, now)).toEqual(notThere);
  const office = await findCaseForOfficial(db, coordinator, early.code, today);
  expect(office?.namedOfficials).toMatchObject([{ id: named.id, name: named.name }]);
  expect(JSON.stringify(office?.history)).not.toContain(named.id);
});

test("a case that complains of a unit's head goes to the unit above, not to that unit nor below it", async ({ db }) => {
  const authority = await makeUnit(db);
  const department = await makeUnit(db, { parent: authority });
  const team = await makeUnit(db, { parent: department });
  const head = await makeOfficial(db, { roles: ["unit_head"], unit: department });
  const made = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN" });
  const { coordinator, intake } = made.people;
  await nameOfficials(db, intake, made.code, { officialIds: [head.id] }, now);
  const refused = { ok: false, code: "case.names_unit_head" };
  expect(await assignCase(db, testKeys, coordinator, made.code, { unitId: department.id }, now)).toEqual(refused);
  expect(await assignCase(db, testKeys, coordinator, made.code, { unitId: team.id }, now)).toEqual(refused);
  expect(await assignCase(db, testKeys, coordinator, made.code, { unitId: authority.id }, now)).toMatchObject({ ok: true });
  expect(await addSupport(db, coordinator, made.code, { unitId: department.id }, now)).toEqual(refused);
  expect(await findCaseForOfficial(db, head, made.code, today)).toBeUndefined();
});

test("whom a case complains of is neither offered nor taken as its handler", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_PHAN_CONG" });
  const { handler, head, intake } = made.people;
  const colleague = await makeOfficial(db, { roles: ["handler"], unit: made.unit });
  await nameHandler(db, head, made.code, { handlerId: handler.id }, now);
  await nameOfficials(db, intake, made.code, { officialIds: [handler.id] }, now);
  expect((await findCaseForOfficial(db, head, made.code, today))?.handlerId).toBeNull();
  expect((await listHandlers(db, head, made.code, today)).map(({ id }) => id)).toEqual([colleague.id]);
  expect(await nameHandler(db, head, made.code, { handlerId: handler.id }, now)).toEqual({ ok: false, code: "case.complains_of_handler" });
  expect(await nameOfficials(db, intake, made.code, { officialIds: [made.id] }, now)).toEqual({ ok: false, code: "case.unknown_official" });
});

test("after one star the sender takes the answer to the superior unit, which gives it to somebody else", async ({ db }) => {
  const authority = await makeUnit(db);
  const department = await makeUnit(db, { parent: authority });
  const other = await makeUnit(db, { parent: authority });
  const team = await makeUnit(db, { parent: department });
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit: department, rating: { stars: 1 } });
  const at = new Date("2026-11-19T03:00:00Z");
  expect((await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-19"))?.may).toContain("appeal");
  expect(await appealAnswer(db, testKeys, made, { reason }, at)).toMatchObject({ ok: true, value: { state: "MO_LAI" } });

  const chief = await makeOfficial(db, { roles: ["unit_head"], unit: authority });
  const office = await findCaseForOfficial(db, chief, made.code, "2026-11-19");
  expect(office).toMatchObject({ unit: { nameVi: authority.nameVi }, appealedUnit: { nameVi: department.nameVi }, handlerId: null, reopenedFrom: 1 });
  expect((await listWork(db, chief, { list: "to_assign" }, { today: "2026-11-19" })).items.map(({ code }) => code)).toEqual([made.code]);
  const same = { ok: false, code: "case.same_unit_reviews" };
  expect(await assignCase(db, testKeys, chief, made.code, { unitId: department.id }, at)).toEqual(same);
  expect(await assignCase(db, testKeys, made.people.coordinator, made.code, { unitId: team.id }, at)).toEqual(same);
  expect(await findCaseForOfficial(db, made.people.handler, made.code, "2026-11-19")).toBeUndefined();
  expect(await assignCase(db, testKeys, chief, made.code, { unitId: other.id }, at)).toMatchObject({ ok: true });
  expect(await appealAnswer(db, testKeys, made, { reason }, at)).toEqual({ ok: false, code: "case.wrong_state" });
});

test("an appeal needs a low rating, a unit above, and fifteen days at most; after a reopening it is still open", async ({ db }) => {
  const at = new Date("2026-11-19T03:00:00Z");
  const content = await makeCase(db, testKeys, {
    state: "DA_CONG_KHAI",
    unit: await makeUnit(db, { parent: await makeUnit(db) }),
    rating: { stars: 3 },
  });
  expect(await appealAnswer(db, testKeys, content, { reason }, at)).toEqual({ ok: false, code: "case.appeal_needs_low_rating" });
  const top = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit: await makeUnit(db), rating: { stars: 2 } });
  expect(await appealAnswer(db, testKeys, top, { reason }, at)).toEqual({ ok: false, code: "case.no_superior" });
  const late = await makeCase(db, testKeys, {
    state: "DA_CONG_KHAI",
    unit: await makeUnit(db, { parent: await makeUnit(db) }),
    rating: { stars: 2 },
  });
  expect(await appealAnswer(db, testKeys, late, { reason }, new Date("2026-12-02T03:00:00Z"))).toEqual({ ok: false, code: "case.reopening_closed" });
  expect(await reopenCase(db, testKeys, late, { reason, newFacts: false }, at)).toMatchObject({ ok: true });
  expect((await findCaseByReceipt(db, late.code, late.receiptKey, "2026-11-19"))?.may).not.toContain("appeal");
});

test("a supporting unit reads along and gives its opinion, and does nothing else", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const unit = await makeUnit(db);
  const expert = await makeOfficial(db, { roles: ["handler", "unit_head", "approver"], unit });
  expect(await findCaseForOfficial(db, expert, made.code, today)).toBeUndefined();
  expect(await addSupport(db, made.people.coordinator, made.code, { unitId: unit.id }, now)).toMatchObject({ ok: true });
  expect(await addSupport(db, made.people.coordinator, made.code, { unitId: unit.id }, now)).toEqual({ ok: false, code: "case.already_supporting" });
  expect(await addSupport(db, made.people.coordinator, made.code, { unitId: made.unit.id }, now)).toEqual({ ok: false, code: "case.leads_already" });

  const seen = await findCaseForOfficial(db, expert, made.code, today);
  expect(seen?.mayDo).toEqual(["add_note"]);
  expect((await listWork(db, expert, {}, { today })).items.map(({ code }) => code)).toEqual([made.code]);
  expect(await addNote(db, expert, made.code, { body: "Đơn vị tôi thấy việc này đúng." }, now)).toMatchObject({ ok: true });
  await addNote(db, made.people.handler, made.code, { body: "Cảm ơn." }, new Date(now.getTime() + 60_000));
  expect((await findCaseForOfficial(db, made.people.handler, made.code, today))?.notes.map((note) => note.unit?.nameVi ?? null)).toEqual([
    unit.nameVi,
    null,
  ]);
});
