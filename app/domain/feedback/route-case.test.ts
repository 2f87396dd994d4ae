import { and, eq } from "drizzle-orm";
import { makeBouncedCase, makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import {
  acceptCase,
  askExtension,
  assignCase,
  bounceCase,
  findCaseForOfficial,
  grantExtension,
  nameHandler,
  similarPublished,
  suggestUnits,
  takeUpCase,
} from "./index.server.ts";

const now = new Date("2026-11-12T03:00:00Z");
const today = "2026-11-12";
const reason = "Không thuộc chức năng của đơn vị.";
const rowOf = async (db: Db, id: string) => first(await db.select().from(cases).where(eq(cases.id, id)));
const answerOf = async (db: Db, id: string) =>
  (
    await db
      .select()
      .from(clocks)
      .where(and(eq(clocks.caseId, id), eq(clocks.step, "answer")))
  ).filter((clock) => clock.outcome !== "void");

test("classified as another kind, a case gets that kind's time, counted from receipt", async ({ db }) => {
  const made = await makeCase(db, testKeys, { kind: "hoi_dap", receivedAt: new Date("2026-11-09T02:00:00Z") });
  await acceptCase(db, testKeys, made.people.intake, made.code, { kind: "phan_anh_kien_nghi", content: 1, field: "mot-cua" }, now);
  expect(await answerOf(db, made.id)).toMatchObject([{ startedOn: "2026-11-09", dueOn: "2026-12-01" }]);
  expect(await rowOf(db, made.id)).toMatchObject({ kind: "phan_anh_kien_nghi", content: 1, field: "mot-cua", nextDueOn: "2026-11-11" });
});

test("a report from a place is timed from its acceptance", async ({ db }) => {
  const made = await makeCase(db, testKeys, { kind: "phan_anh_hien_truong" });
  await acceptCase(db, testKeys, made.people.intake, made.code, { kind: "phan_anh_hien_truong", field: "giao-thong-ha-tang" }, now);
  expect(await answerOf(db, made.id)).toMatchObject([{ startedOn: today, dueOn: "2026-11-19" }]);
});

test("inside one authority the time for the answer goes on; passing to another gives it anew", async ({ db }) => {
  const [own, other] = [await makeUnit(db), await makeUnit(db)];
  const [office, section, foreign] = [
    await makeUnit(db, { parent: own }),
    await makeUnit(db, { parent: own }),
    await makeUnit(db, { parent: other }),
  ];
  const inside = await makeCase(db, testKeys, { kind: "phan_anh_kien_nghi", state: "DA_TIEP_NHAN", draft: { unit: office.slug } });
  await assignCase(db, testKeys, inside.people.coordinator, inside.code, { unitId: section.id }, now);
  expect(await answerOf(db, inside.id)).toMatchObject([{ dueOn: "2026-12-01", originalDueOn: "2026-12-01", pauses: [] }]);

  const across = await makeCase(db, testKeys, { kind: "phan_anh_kien_nghi", state: "DA_TIEP_NHAN", draft: { unit: office.slug } });
  await assignCase(db, testKeys, across.people.coordinator, across.code, { unitId: foreign.id }, now);
  const seen = await findCaseForOfficial(db, across.people.coordinator, across.code, today);
  expect(seen?.clocks.find((clock) => clock.step === "answer")).toMatchObject({ dueOn: "2026-12-04", originalDueOn: "2026-12-01" });
  expect(seen?.history.at(-1)?.data).toMatchObject({ unit: foreign.slug, lastTransfer: true });
});

test("bounced a second time, a case stays with the common superior, who must decide", async ({ db }) => {
  const authority = await makeUnit(db);
  const [one, two] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const made = await makeBouncedCase(db, testKeys, { unit: one });
  const heads = { two: (await makeCasePeople(db, two)).head, all: (await makeCasePeople(db, authority)).head };
  await assignCase(db, testKeys, made.people.coordinator, made.code, { unitId: two.id }, now);
  expect(await bounceCase(db, heads.two, made.code, { reason }, now)).toMatchObject({ ok: true, value: { state: "DA_PHAN_CONG" } });
  expect(await rowOf(db, made.id)).toMatchObject({ bounces: 2, unitId: authority.id, state: "DA_PHAN_CONG" });
  expect(await bounceCase(db, heads.all, made.code, { reason }, now)).toEqual({ ok: false, code: "case.superior_decides" });
  expect(await assignCase(db, testKeys, heads.all, made.code, { unitId: one.id }, now)).toMatchObject({ ok: true });
  expect(await rowOf(db, made.id)).toMatchObject({ unitId: one.id });
});

test("a unit head hands a case on inside the unit only", async ({ db }) => {
  const unit = await makeUnit(db);
  const part = await makeUnit(db, { parent: unit });
  const made = await makeCase(db, testKeys, { state: "DA_PHAN_CONG", unit });
  expect(await assignCase(db, testKeys, made.people.head, made.code, { unitId: (await makeUnit(db)).id }, now)).toEqual({
    ok: false,
    code: "case.not_yours",
  });
  expect(await assignCase(db, testKeys, made.people.head, made.code, { unitId: unit.id }, now)).toEqual({ ok: false, code: "case.already_there" });
  expect(await assignCase(db, testKeys, made.people.head, made.code, { unitId: part.id }, now)).toMatchObject({ ok: true });
});

test("a named handler takes the case up, and nobody else does", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_PHAN_CONG" });
  const colleague = await makeOfficial(db, { roles: ["handler"], unit: made.unit });
  const stranger = await makeOfficial(db, { roles: ["handler"], unit: await makeUnit(db) });
  expect(await nameHandler(db, made.people.head, made.code, { handlerId: stranger.id }, now)).toEqual({ ok: false, code: "case.not_a_handler" });
  expect(await nameHandler(db, made.people.head, made.code, { handlerId: colleague.id }, now)).toMatchObject({ ok: true });
  expect(await takeUpCase(db, testKeys, made.people.handler, made.code, {}, now)).toEqual({ ok: false, code: "case.other_handler" });
  expect(await takeUpCase(db, testKeys, colleague, made.code, {}, now)).toMatchObject({ ok: true });
});

test("a later due day: in time, on a working day, within the rule's ceiling, and the first one is kept", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const extend = async (to: string, at = now) => {
    const asked = await askExtension(db, made.people.handler, made.code, { to, reason: "Cần lấy ý kiến chuyên môn." }, at);
    return asked.ok ? grantExtension(db, testKeys, made.people.approver, made.code, {}, at) : asked;
  };
  expect(await extend("2026-11-16")).toMatchObject({ ok: false, code: "clock.not_later" });
  expect(await extend("2026-11-21")).toMatchObject({ ok: false, code: "clock.not_a_working_day" });
  expect(await extend("2026-12-30")).toMatchObject({ ok: false, code: "clock.beyond_ceiling" });
  expect(await extend("2026-11-20", new Date("2026-11-17T03:00:00Z"))).toMatchObject({ ok: false, code: "clock.past_due" });
  expect(await extend("2026-11-20")).toMatchObject({ ok: true });
  expect(await answerOf(db, made.id)).toMatchObject([{ dueOn: "2026-11-20", originalDueOn: "2026-11-16" }]);
  expect((await rowOf(db, made.id)).nextDueOn).toBe("2026-11-20");
});

test("units are suggested with their reason: the procedure's, then those that answered alike, then the field's", async ({ db }) => {
  const authority = await makeUnit(db);
  const [investment, labour, desk] = [
    await makeUnit(db, { parent: authority }),
    await makeUnit(db, { parent: authority }),
    await makeUnit(db, { parent: authority }),
  ];
  const procedure = await makeProcedure(db, { unit: desk });
  const permits = "Giấy phép lao động cho chuyên gia nước ngoài làm việc trong khu kinh tế được gia hạn thế nào";
  for (let index = 0; index < 3; index++) {
    await makeCase(db, testKeys, {
      state: "DA_CONG_KHAI",
      unit: labour,
      field: "lao-dong",
      subject: `${permits} (${index})`,
      body: `${permits}, hồ sơ gồm những gì, nộp ở đâu?`,
    });
  }
  await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit: investment, field: "dau-tu" });
  const fresh = await makeCase(db, testKeys, {
    state: "DA_TIEP_NHAN",
    field: "dau-tu",
    subject: "Gia hạn giấy phép lao động của chuyên gia",
    body: "Chuyên gia nước ngoài làm việc trong khu kinh tế, gia hạn giấy phép lao động thế nào?",
    draft: { procedure: procedure.slug },
  });
  const suggested = await suggestUnits(db, fresh.id, now);
  expect(suggested.map(({ unit, reason: why, count, of }) => [unit.slug, why, count, of])).toEqual([
    [desk.slug, "procedure", 1, 1],
    [labour.slug, "similar_cases", 3, 3],
    [investment.slug, "field", 1, 1],
  ]);
  expect(suggested[1]?.examples).toHaveLength(3);
});

test("a unit that bounced the case is not suggested again, nor one that is no more", async ({ db }) => {
  const gone = await makeUnit(db, { validTo: "2025-06-30" });
  const procedure = await makeProcedure(db, { unit: gone });
  const made = await makeBouncedCase(db, testKeys, { draft: { procedure: procedure.slug } });
  await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit: made.unit, people: made.people });
  expect(await suggestUnits(db, made.id, now)).toEqual([]);
});

test("before sending, answers like the question are found, with or without diacritics; unlike ones are not", async ({ db }) => {
  const reply = { publicTitle: "Gia hạn giấy phép lao động cần những giấy tờ gì?", publicAnswer: "Cần ba giấy tờ." };
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", reply });
  expect(await similarPublished(db, "gia han giay phep lao dong")).toMatchObject([{ code: made.code, answer: "Cần ba giấy tờ." }]);
  expect(await similarPublished(db, "Xin hỏi gia hạn giấy phép lao động thì cần giấy tờ gì")).toHaveLength(1);
  expect(await similarPublished(db, "Đường vào cụm công nghiệp bị ngập nước")).toEqual([]);
  expect(await similarPublished(db, "giấy")).toEqual([]);
});
