import { and, eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { auditEvents, caseMessages, cases, clocks, messages } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import { addSupplement, findCaseByReceipt, rateAnswer, reopenCase, withdrawCase, writeAsSender } from "./index.server.ts";

const day = (text: string) => new Date(`${text}T03:00:00Z`);
const fiveStars = { stars: 5, comment: undefined } as const;

test("a receipt opens the case however carelessly it is typed, and nothing else does", async ({ db }) => {
  const made = await makeCase(db, testKeys);
  const other = await makeCase(db, testKeys);
  const careless = made.receiptKey.toLowerCase().replaceAll("-", "  ").replaceAll("0", "o");
  expect(await findCaseByReceipt(db, ` ${made.code.toLowerCase()} `, careless, "2026-11-10")).toMatchObject({ code: made.code });
  expect(await findCaseByReceipt(db, made.code, other.receiptKey, "2026-11-10")).toBeUndefined();
  expect(await findCaseByReceipt(db, other.code, made.receiptKey, "2026-11-10")).toBeUndefined();
  for (const nonsense of ["", "' or 1=1 --", "🙂", other.code]) {
    expect(await findCaseByReceipt(db, made.code, nonsense, "2026-11-10")).toBeUndefined();
    expect(await findCaseByReceipt(db, nonsense, made.receiptKey, "2026-11-10")).toBeUndefined();
  }
});

test("with a wrong receipt no act does anything", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  const { receiptKey } = await makeCase(db, testKeys);
  const wrong = { code: made.code, receiptKey };
  const now = day("2026-11-18");
  const refused = { ok: false, code: "case.receipt_wrong" };
  expect(await addSupplement(db, memoryFiles(), wrong, { body: "Bổ sung" }, now)).toEqual(refused);
  expect(await writeAsSender(db, wrong, { body: "Viết thêm" }, now)).toEqual(refused);
  expect(await rateAnswer(db, wrong, fiveStars, now)).toEqual(refused);
  expect(await reopenCase(db, testKeys, wrong, { reason: "Tình tiết mới cần xem", newFacts: true }, now)).toEqual(refused);
  expect(await withdrawCase(db, testKeys, wrong, now)).toEqual(refused);
});

test("a supplement gives the whole time again; the first due day and the pause stay to be explained", async ({ db }) => {
  const made = await makeCase(db, testKeys, {
    state: "CHO_BO_SUNG",
    kind: "phan_anh_kien_nghi",
    receivedAt: day("2026-11-02"),
    days: { request_supplement: 1 },
  });
  const waiting = await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-04");
  expect(waiting?.may).toEqual(["supplement", "withdraw"]);
  expect(waiting?.clocks).toMatchObject([
    { step: "answer", state: "paused" },
    { step: "supplement", state: "running", dueOn: "2026-11-13" },
  ]);
  const stopped = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, made.id), eq(clocks.outcome, "on_time")));
  expect(stopped.map((clock) => clock.step).sort()).toEqual(["refuse", "request_more", "transfer"]);

  expect(await addSupplement(db, memoryFiles(), made, { body: "Mã hồ sơ là MAU-1" }, day("2026-11-09"))).toMatchObject({
    ok: true,
    value: { state: "DA_BO_SUNG" },
  });
  const [answer] = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, made.id), eq(clocks.step, "answer")));
  expect(answer).toMatchObject({ originalDueOn: "2026-11-23", dueOn: "2026-12-01", stoppedOn: null });
  const told = await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-10");
  expect(told?.clocks[0]).toMatchObject({
    state: "running",
    dueOn: "2026-12-01",
    dueIfContinued: "2026-11-30",
    rule: { basis: expect.stringContaining("766") },
  });
  expect(told?.timeline.map((entry) => entry.step)).toEqual(["received", "supplement_requested", "supplemented"]);
  expect(await addSupplement(db, memoryFiles(), made, { body: "Lần nữa" }, day("2026-11-10"))).toEqual({ ok: false, code: "case.wrong_state" });
});

test("the thread goes both ways, and the office's side is mailed but the sender's words are not", async ({ db }) => {
  const thread = [
    { from: "official", body: "Xin cho biết ngày nộp." },
    { from: "sender", body: "Tôi nộp ngày mồng hai." },
  ] as const;
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", thread });
  const told = await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-16");
  expect(told?.thread).toMatchObject([
    { side: "office", body: thread[0].body },
    { side: "sender", body: thread[1].body },
  ]);
  const mails = JSON.stringify(await db.select().from(messages).where(eq(messages.caseId, made.id)));
  expect(mails).toContain(thread[0].body);
  expect(mails).not.toContain(thread[1].body);
});

test("a sender cannot fill a case without end", async ({ db }) => {
  const made = await makeCase(db, testKeys);
  await db.insert(caseMessages).values(Array.from({ length: 50 }, () => ({ caseId: made.id, side: "sender" as const, body: "…" })));
  expect(await writeAsSender(db, made, { body: "Thêm nữa" }, day("2026-11-10"))).toMatchObject({ ok: false, code: "case.thread_full" });
  expect(await writeAsSender(db, made, { body: "a".repeat(3001) }, day("2026-11-10"))).toMatchObject({ ok: false, code: "text.too_long" });
  expect(await writeAsSender(db, made, { body: " \n " }, day("2026-11-10"))).toMatchObject({ ok: false, code: "text.missing" });
});

test("a message sent again with its key is no second one, and a key of one case says nothing about another", async ({ db }) => {
  const [made, other] = [await makeCase(db, testKeys), await makeCase(db, testKeys)];
  const what = { body: "Tôi gửi thêm số biên nhận.", idempotencyKey: "khoa-cua-tin" };
  const now = day("2026-11-10");
  expect(await writeAsSender(db, made, what, now)).toMatchObject({ ok: true, value: { state: "MOI", repeated: false } });
  await withdrawCase(db, testKeys, made, now);
  expect(await writeAsSender(db, made, what, now)).toMatchObject({ ok: true, value: { state: "MOI", repeated: true } });
  expect(await writeAsSender(db, made, { ...what, body: "Nội dung khác" }, now)).toMatchObject({ ok: false, code: "request.key_reused" });
  expect(await writeAsSender(db, { ...other, code: made.code }, what, now)).toMatchObject({ ok: false, code: "case.receipt_wrong" });
  expect(await writeAsSender(db, other, what, now)).toMatchObject({ ok: true, value: { repeated: false } });
  expect(await db.select().from(caseMessages).where(eq(caseMessages.side, "sender"))).toHaveLength(2);
});

test("an answer is rated once; the stars stand with the public answer, the comment does not", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  expect(await rateAnswer(db, made, { stars: 4, comment: "Rõ ràng, nhưng hơi lâu" }, day("2026-11-18"))).toMatchObject({ ok: true });
  expect(await rateAnswer(db, made, fiveStars, day("2026-11-18"))).toEqual({ ok: false, code: "case.already_rated" });
  const copy = await findPublic(db, "case", made.code);
  expect(copy?.content.rating).toBe(4);
  expect(JSON.stringify(copy)).not.toContain("hơi lâu");
});

test("two clicks at once rate once", async () => {
  const { db, client } = await cloneDatabase();
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  const all = await Promise.all([1, 2, 3, 4].map((stars) => rateAnswer(db, made, { stars: stars as 1, comment: undefined }, day("2026-11-18"))));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "case.rate"))).toHaveLength(1);
  await client.end();
});

test("the answer of 16 November may be rated to 16 December and not a day longer", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", receivedAt: day("2026-11-09"), days: { approve: 7 } });
  expect(await findCaseByReceipt(db, made.code, made.receiptKey, "2026-12-17")).toMatchObject({
    rateUntil: "2026-12-16",
    reopenUntil: "2026-12-01",
    may: [],
  });
  expect(await rateAnswer(db, made, fiveStars, day("2026-12-17"))).toEqual({ ok: false, code: "case.rating_closed" });
  expect(await rateAnswer(db, made, fiveStars, day("2026-12-16"))).toMatchObject({ ok: true });
});

test("an unrated or well rated answer is looked at again only for new facts, once and in time", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", receivedAt: day("2026-11-09"), days: { approve: 7 } });
  const ask = (newFacts: boolean, on: string) => reopenCase(db, testKeys, made, { reason: "Câu trả lời chưa đúng việc tôi hỏi", newFacts }, day(on));
  expect(await ask(false, "2026-11-20")).toEqual({ ok: false, code: "case.needs_low_rating" });
  expect(await ask(true, "2026-12-02")).toEqual({ ok: false, code: "case.reopening_closed" });
  await rateAnswer(db, made, { stars: 2, comment: undefined }, day("2026-11-20"));
  expect(await ask(false, "2026-11-20")).toMatchObject({ ok: true, value: { state: "MO_LAI" } });

  const [row] = await db.select().from(cases).where(eq(cases.id, made.id));
  // Five working days from 20 November, the 24th being a holiday.
  expect(row).toMatchObject({ reopenedFrom: 1, nextDueOn: "2026-11-30", handlerId: null });
  // The first answer stays public, and everybody sees that it is being looked at again.
  const copy = await findPublic(db, "case", made.code);
  expect(copy?.content.timeline.at(-1)).toEqual({ step: "reopened", on: "2026-11-20", unit: null });
  expect(copy?.content).toMatchObject({ answer: expect.any(String), rating: 2 });
  const again = await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-21");
  expect(again?.may).toEqual(["write"]);
  expect(again?.answers).toHaveLength(1);
});

test("a case is taken back before it is answered, and never after", async ({ db }) => {
  const open = await makeCase(db, testKeys, { state: "CHO_DUYET" });
  expect(await withdrawCase(db, testKeys, open, day("2026-11-18"))).toMatchObject({ ok: true, value: { state: "HUY" } });
  const ended = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, open.id), eq(clocks.step, "answer")));
  expect(ended).toMatchObject([{ outcome: "void" }]);
  const reopened = await makeCase(db, testKeys, { state: "MO_LAI" });
  expect(await withdrawCase(db, testKeys, reopened, day("2026-11-20"))).toEqual({ ok: false, code: "case.wrong_state" });
  const answered = await makeCase(db, testKeys, { state: "DA_TRA_LOI" });
  expect(await withdrawCase(db, testKeys, answered, day("2026-11-18"))).toEqual({ ok: false, code: "case.wrong_state" });
});
