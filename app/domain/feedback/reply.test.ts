import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, replies } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import {
  addNote,
  approveReply,
  assignCase,
  findCaseForOfficial,
  nameHandler,
  publishCase,
  returnReply,
  saveReplyDraft,
  submitReply,
  takeUpCase,
} from "./index.server.ts";
import type { ReplyDraft } from "./schemas.ts";

const now = new Date("2026-11-17T03:00:00Z");
const draft: ReplyDraft = {
  body: "Chào bạn, hồ sơ đã có kết quả.",
  conclusion: "correct",
  legalBasis: "Nghị định 61/2018/NĐ-CP",
  publicTitle: "Hồ sơ quá hẹn",
  publicQuestion: "Hồ sơ quá hẹn thì hỏi ở đâu?",
  publicAnswer: "Hỏi tại Bộ phận Một cửa.",
};

test("a draft saved in two windows is never overwritten unseen: the other text comes back", async ({ db }) => {
  const { code, people } = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  expect(await saveReplyDraft(db, people.handler, code, draft, 0, now)).toEqual({ ok: true, value: { revision: 1 } });
  expect(await saveReplyDraft(db, people.handler, code, { ...draft, body: "Bản thứ hai" }, 1, now)).toEqual({ ok: true, value: { revision: 2 } });
  const late = await saveReplyDraft(db, people.handler, code, { ...draft, body: "Cửa sổ cũ" }, 1, now);
  expect(late).toMatchObject({ ok: false, code: "case.edited_elsewhere", other: { body: "Bản thứ hai", revision: 2 } });
  expect(await saveReplyDraft(db, people.handler, code, draft, 0, now)).toMatchObject({ ok: false, code: "case.edited_elsewhere" });
  expect((await db.select().from(replies)).map((reply) => reply.body)).toEqual(["Bản thứ hai"]);
});

test("of two saves at the same moment one wins and the other is told", async () => {
  const { db, client } = await cloneDatabase();
  const { code, people } = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const all = await Promise.all(["một", "hai", "ba"].map((body) => saveReplyDraft(db, people.handler, code, { ...draft, body }, 0, now)));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  expect(all.filter((one) => !one.ok && one.code === "case.edited_elsewhere")).toHaveLength(2);
  await client.end();
});

test("only the handler writes the answer", async ({ db }) => {
  const { code, people } = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  for (const other of [people.intake, people.coordinator, people.head, people.approver]) {
    expect((await saveReplyDraft(db, other, code, draft, 0, now)).ok).toBe(false);
  }
});

test("who wrote the answer before the case changed hands does not approve it either", async ({ db }) => {
  const unit = await makeUnit(db);
  const both = await makeOfficial(db, { roles: ["handler", "approver"], unit });
  const { code, people } = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit });
  const { head, handler, approver } = people;
  expect(await nameHandler(db, head, code, { handlerId: both.id }, now)).toMatchObject({ ok: true });
  expect(await saveReplyDraft(db, both, code, draft, 0, now)).toMatchObject({ ok: true });
  expect(await nameHandler(db, head, code, { handlerId: handler.id }, now)).toMatchObject({ ok: true });
  expect(await saveReplyDraft(db, handler, code, draft, 1, now)).toMatchObject({ ok: true });
  expect(await submitReply(db, handler, code, {}, now)).toMatchObject({ ok: true });
  expect(await approveReply(db, testKeys, both, code, {}, now)).toEqual({ ok: false, code: "case.four_eyes" });
  expect(await approveReply(db, testKeys, approver, code, {}, now)).toMatchObject({ ok: true });
});

test("who only looks on leaves no notes", async ({ db }) => {
  const { code } = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  for (const role of ["auditor", "procedure_editor"] as const) {
    const looking = await makeOfficial(db, { roles: [role] });
    expect(await addNote(db, looking, code, { body: "Tôi thấy chưa ổn." }, now), role).toEqual({ ok: false, code: "case.not_yours" });
    expect((await findCaseForOfficial(db, looking, code, "2026-11-17"))?.mayDo, role).toEqual([]);
  }
});

test("an answer that is not whole is not handed in", async ({ db }) => {
  const { code, people } = await makeCase(db, testKeys, { state: "DANG_XU_LY", kind: "phan_anh_kien_nghi" });
  const submit = () => submitReply(db, people.handler, code, {}, now);
  expect(await submit()).toEqual({ ok: false, code: "reply.no_body" });
  const lacking: [Partial<ReplyDraft>, string][] = [
    [{ body: "" }, "reply.no_body"],
    [{ conclusion: null }, "reply.no_conclusion"],
    [{ legalBasis: null }, "reply.no_legal_basis"],
    [{ publicTitle: "" }, "reply.no_public_text"],
    [{ publicAnswer: "" }, "reply.no_public_text"],
  ];
  for (const [index, [less, refusal]] of lacking.entries()) {
    await saveReplyDraft(db, people.handler, code, { ...draft, ...less }, index, now);
    expect(await submit()).toEqual({ ok: false, code: refusal });
  }
  await saveReplyDraft(db, people.handler, code, draft, lacking.length, now);
  expect(await submit()).toMatchObject({ ok: true, value: { state: "CHO_DUYET" } });
  expect(await saveReplyDraft(db, people.handler, code, draft, lacking.length + 1, now)).toEqual({ ok: false, code: "case.wrong_state" });
});

test("a returned answer is mended and handed in again, with the comment beside it", async ({ db }) => {
  const { code, people } = await makeCase(db, testKeys, { state: "CHO_DUYET" });
  expect(await returnReply(db, people.approver, code, { comment: "Ghi rõ căn cứ." }, now)).toMatchObject({
    ok: true,
    value: { state: "DANG_XU_LY" },
  });
  const seen = await findCaseForOfficial(db, people.handler, code, "2026-11-17");
  expect(seen?.reply).toMatchObject({ state: "returned", returnComment: "Ghi rõ căn cứ." });
  expect(await saveReplyDraft(db, people.handler, code, draft, seen?.reply?.revision ?? 0, now)).toMatchObject({ ok: true });
  expect(await submitReply(db, people.handler, code, {}, now)).toMatchObject({ ok: true });
});

test("two leaders approve at once: one does, and the sender gets one answer", async () => {
  const { db, client } = await cloneDatabase();
  const { code, people } = await makeCase(db, testKeys, { state: "CHO_DUYET" });
  const all = await Promise.all([1, 2].map(() => approveReply(db, testKeys, people.approver, code, {}, now)));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "case.approve_reply"))).toHaveLength(1);
  await client.end();
});

test("the database too refuses an answer approved by its author", async ({ db }) => {
  const { id, people } = await makeCase(db, testKeys, { state: "CHO_DUYET" });
  const forged = db.update(replies).set({ approvedById: people.handler.id }).where(eq(replies.caseId, id));
  await expect(forged).rejects.toMatchObject({ cause: { constraint_name: "replies_four_eyes" } });
});

test("a case opened again gets a second answer, and both stay", async ({ db }) => {
  const { code, people, unit, receiptKey } = await makeCase(db, testKeys, { state: "MO_LAI" });
  const later = new Date("2026-11-23T03:00:00Z");
  await assignCase(db, testKeys, people.coordinator, code, { unitId: unit.id }, later);
  await takeUpCase(db, testKeys, people.handler, code, {}, later);
  await saveReplyDraft(db, people.handler, code, { ...draft, publicAnswer: "Câu trả lời sau khi xem lại." }, 0, later);
  await submitReply(db, people.handler, code, {}, later);
  await approveReply(db, testKeys, people.approver, code, {}, later);
  expect(await publishCase(db, testKeys, people.coordinator, code, {}, later)).toMatchObject({ ok: true });
  const seen = await findCaseForOfficial(db, people.coordinator, code, "2026-11-23");
  expect(seen?.replies.map((reply) => [reply.round, reply.state])).toEqual([
    [1, "approved"],
    [2, "approved"],
  ]);
  expect(receiptKey).toBeTruthy();
});
