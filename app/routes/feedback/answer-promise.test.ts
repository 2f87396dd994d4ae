import { sendCase } from "#app/domain/feedback/index.server.ts";
import { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";
import { promiseAnswer } from "./answer-promise.server.ts";

const now = new Date("2026-04-24T03:00:00Z");

test("what the form promises is the day the receipt says, for every kind", async ({ db }) => {
  for (const kind of caseKinds) {
    const draft = CaseDraft.parse({
      kind,
      subject: "Hồ sơ quá hẹn mười ngày",
      body: "Nộp hồ sơ từ đầu tháng, đến nay quá hẹn mười ngày.",
      place: "Cổng khu công nghiệp",
      contact: { name: "Người Gửi Mẫu", phone: "0900 000 111", address: "Số 1, đường Mẫu" },
      consent: true,
    });
    const sent = await sendCase(
      db,
      testKeys,
      memoryFiles(),
      { draft, channel: "web", language: "vi", idempotencyKey: `key-${kind}`, client: null },
      now,
    );
    const promise = await promiseAnswer(db, kind, null, "2026-04-24");
    expect(sent).toMatchObject({ ok: true, value: { answerBy: promise?.on } });
  }
});

test("fifteen working days from Friday 24 April 2026 are promised for 20 May 2026, over two make-up days and two holidays", async ({ db }) => {
  const promise = await promiseAnswer(db, "phan_anh_kien_nghi", null, "2026-04-24");
  expect(promise).toMatchObject({ amount: 15, count: "working_days", on: "2026-05-20", fromAcceptance: false });
});

test("a report from a place is timed from acceptance, so the promise holds even if we accept on the last day", async ({ db }) => {
  const promise = await promiseAnswer(db, "phan_anh_hien_truong", null, "2026-11-20");
  expect(promise).toMatchObject({ amount: 7, count: "calendar_days", fromAcceptance: true });
  expect(promise?.on && promise.checkedBy && promise.on > promise.checkedBy).toBe(true);
});
