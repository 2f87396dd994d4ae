import { eq } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, caseIdentities, cases, clocks, idempotencyKeys, messages } from "#db/schema/index.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { findCaseByReceipt, type Sending, sendCase } from "./index.server.ts";
import { CaseDraft } from "./schemas.ts";

const friday = new Date("2026-04-24T02:00:00Z");

const draft = (more: Record<string, unknown> = {}) =>
  CaseDraft.parse({
    kind: "phan_anh_kien_nghi",
    subject: "Hồ sơ quá hẹn mười ngày",
    body: "Hồ sơ của tôi quá hẹn mười ngày chưa có kết quả, đề nghị xem lại.",
    contact: { name: "Nguyễn Văn An", phone: "0900 000 123", email: "An@Example.vn", address: "Số 1, đường Mẫu" },
    consent: true,
    ...more,
  });

const sending = (more: Partial<Sending> = {}): Sending => ({
  draft: draft(),
  channel: "web",
  language: "vi",
  idempotencyKey: "khoa-cua-bieu-mau-1",
  client: null,
  ...more,
});

const photo = { fileName: "anh.jpg", mime: "image/jpeg", content: Buffer.from("jpeg"), width: 10, height: 10, receivedSha256: "ab" } as const;

test("fifteen working days from Friday 24 April 2026 are over on Wednesday 20 May", async ({ db }) => {
  const sent = await sendCase(db, testKeys, memoryFiles(), sending(), friday);
  expect(sent).toMatchObject({ ok: true, value: { answerBy: "2026-05-20", repeated: false } });

  const rows = await db.select().from(clocks).orderBy(clocks.dueOn, clocks.step);
  expect(rows.map(({ step, dueOn, originalDueOn, calendarVersionId }) => [step, dueOn, originalDueOn, calendarVersionId])).toEqual([
    ["refuse", "2026-04-29", "2026-04-29", 1],
    ["request_more", "2026-05-06", "2026-05-06", 1],
    ["transfer", "2026-05-06", "2026-05-06", 1],
    ["answer", "2026-05-20", "2026-05-20", 1],
  ]);
  const [row] = await db.select().from(cases);
  expect(row).toMatchObject({
    state: "MOI",
    nextDueOn: "2026-04-29",
    receivedOn: "2026-04-24",
    searchText: expect.stringContaining("ho so qua hen"),
  });
});

test("a report from a place is promised the day that holds even if it is accepted as late as allowed", async ({ db }) => {
  const place = draft({ kind: "phan_anh_hien_truong", place: "Cổng số 2" });
  const sent = await sendCase(db, testKeys, memoryFiles(), sending({ draft: place }), new Date("2026-11-16T02:00:00Z"));
  // Two working days to accept (18 November), then seven calendar days: the 25th.
  expect(sent).toMatchObject({ ok: true, value: { answerBy: "2026-11-25" } });
  expect((await db.select().from(clocks)).map((clock) => clock.step)).not.toContain("answer");
});

test("a retry with the same key gets the same code and receipt, and stores nothing twice", async ({ db }) => {
  const files = memoryFiles();
  const first = await sendCase(db, testKeys, files, sending({ photos: [photo] }), friday);
  const again = await sendCase(db, testKeys, files, sending({ photos: [photo] }), new Date("2026-04-25T02:00:00Z"));
  if (!first.ok || !again.ok) throw new Error("It was not sent");
  expect(again.value).toEqual({ ...first.value, repeated: true });
  expect(await db.select().from(cases)).toHaveLength(1);
  expect(await db.select().from(messages)).toHaveLength(1);
  expect(files.kept.size).toBe(1);
});

test("the same key with other words is refused, and with another photo too", async ({ db }) => {
  await sendCase(db, testKeys, memoryFiles(), sending(), friday);
  const other = await sendCase(db, testKeys, memoryFiles(), sending({ draft: draft({ subject: "Một việc khác hẳn" }) }), friday);
  expect(other).toEqual({ ok: false, code: "request.key_reused" });
  const files = memoryFiles();
  expect(await sendCase(db, testKeys, files, sending({ photos: [photo] }), friday)).toEqual({ ok: false, code: "request.key_reused" });
  expect(files.kept.size).toBe(0);
  expect(await db.select().from(cases)).toHaveLength(1);
});

test("sent twice at the very same time, it is one case with one receipt", async () => {
  const { db, client } = await cloneDatabase();
  const files = memoryFiles();
  const all = await Promise.all(Array.from({ length: 6 }, () => sendCase(db, testKeys, files, sending({ photos: [photo] }), friday)));
  expect(all.every((one) => one.ok)).toBe(true);
  expect(new Set(all.map((one) => (one.ok ? `${one.value.code} ${one.value.receiptKey}` : ""))).size).toBe(1);
  expect(all.filter((one) => one.ok && !one.value.repeated)).toHaveLength(1);
  expect(await db.select().from(cases)).toHaveLength(1);
  expect(files.kept.size).toBe(1);
  await client.end();
});

test("twenty senders at once all get their own case, and the trace stays one chain", async () => {
  const { db, client } = await cloneDatabase();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => sendCase(db, testKeys, memoryFiles(), sending({ idempotencyKey: `khoa-so-${index}` }), friday)),
  );
  expect(new Set(all.map((one) => (one.ok ? one.value.code : ""))).size).toBe(20);
  expect((await db.select().from(auditEvents)).map((event) => event.seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  await client.end();
});

test("the receipt key is stored nowhere, and the sender's name, telephone and address in no clear word", async ({ db }) => {
  const sent = await sendCase(db, testKeys, memoryFiles(), sending(), friday);
  if (!sent.ok) throw new Error(sent.code);
  const everything = JSON.stringify([
    await db.select().from(cases),
    await db.select().from(caseIdentities),
    await db.select().from(messages),
    await db.select().from(idempotencyKeys),
    await db.select().from(auditEvents),
    await db.execute("select * from pgboss.job"),
  ]);
  for (const secret of [sent.value.receiptKey, "Nguyễn Văn An", "0900", "xample.vn", "đường Mẫu"]) expect(everything).not.toContain(secret);
  expect(everything).toContain("Hồ sơ quá hẹn");
});

test("a comment may be anonymous: no identity row, no mail, still a receipt", async ({ db }) => {
  const comment = draft({ kind: "gop_y", contact: {} });
  const sent = await sendCase(db, testKeys, memoryFiles(), sending({ draft: comment }), friday);
  if (!sent.ok) throw new Error(sent.code);
  expect(await db.select().from(caseIdentities)).toHaveLength(0);
  expect(await db.select().from(messages)).toHaveLength(0);
  expect(await findCaseByReceipt(db, sent.value.code, sent.value.receiptKey, "2026-04-24")).toMatchObject({
    state: "MOI",
    may: ["write", "withdraw"],
  });
});

test("a case about a procedure is about its unit, both as they are that day", async ({ db }) => {
  const unit = await makeUnit(db);
  const procedure = await makeProcedure(db, { unit });
  await sendCase(db, testKeys, memoryFiles(), sending({ draft: draft({ procedure: procedure.slug }) }), friday);
  const [row] = await db.select().from(cases);
  expect(row).toMatchObject({
    procedureId: procedure.id,
    procedureVersionId: procedure.versionId,
    aboutUnitId: unit.id,
    aboutUnitVersionId: unit.versionId,
    unitId: null,
  });
});

test("what cannot be right is refused in words, and leaves neither row nor file nor key", async ({ db }) => {
  const files = memoryFiles();
  const send = (more: Partial<Sending>) => sendCase(db, testKeys, files, sending({ photos: [photo], ...more }), friday);
  expect(await send({ draft: draft({ procedure: "khong-co" }) })).toEqual({ ok: false, code: "case.unknown_procedure" });
  expect(await send({ draft: draft({ unit: "khong-co" }) })).toEqual({ ok: false, code: "case.unknown_unit" });
  expect(await send({ draft: draft({ happenedOn: "2026-04-25" }) })).toEqual({ ok: false, code: "case.happened_in_future" });
  expect(await send({ photos: [photo, photo, photo, photo, photo, photo] })).toMatchObject({ ok: false, code: "upload.too_many" });
  expect(await db.select().from(cases)).toHaveLength(0);
  expect(await db.select().from(idempotencyKeys)).toHaveLength(0);
  expect(files.kept.size).toBe(0);
});

test("a file store that fails stores no case, and removes what it had put", async ({ db }) => {
  const files = memoryFiles();
  const failing = {
    ...files,
    put: async (key: string, content: Buffer, mime: string) =>
      files.kept.size > 0 ? Promise.reject(new Error("disk full")) : files.put(key, content, mime),
  };
  await expect(sendCase(db, testKeys, failing, sending({ photos: [photo, photo] }), friday)).rejects.toThrow("disk full");
  expect(await db.select().from(cases)).toHaveLength(0);
  expect(files.kept.size).toBe(0);
});

test("one client may send twenty cases an hour; a retry is never counted", async ({ db }) => {
  for (let index = 0; index < 20; index++) {
    const sent = await sendCase(db, testKeys, memoryFiles(), sending({ client: "mot-may", idempotencyKey: `khoa-${index}` }), friday);
    expect(sent.ok).toBe(true);
  }
  const refused = await sendCase(db, testKeys, memoryFiles(), sending({ client: "mot-may", idempotencyKey: "khoa-20" }), friday);
  expect(refused).toMatchObject({ ok: false, code: "request.too_many" });
  const retry = await sendCase(db, testKeys, memoryFiles(), sending({ client: "mot-may", idempotencyKey: "khoa-3" }), friday);
  expect(retry).toMatchObject({ ok: true, value: { repeated: true } });
  const other = await sendCase(db, testKeys, memoryFiles(), sending({ client: "may-khac", idempotencyKey: "khoa-20" }), friday);
  expect(other.ok).toBe(true);
});

test("however many cases one client sends at once, no more are taken than twenty", async () => {
  const { db, client } = await cloneDatabase(6);
  const send = (_: unknown, index: number) =>
    sendCase(db, testKeys, memoryFiles(), sending({ client: "mot-may", idempotencyKey: `loat-${index}` }), friday);
  const sent = await Promise.all(Array.from({ length: 26 }, send));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(20);
  expect(sent.filter((one) => !one.ok && one.code === "request.too_many")).toHaveLength(6);
  await client.end();
});

test("an official writes down what came by telephone; others may not", async ({ db }) => {
  const desk = await makeOfficial(db, { roles: ["one_stop"] });
  const editor = await makeOfficial(db, { roles: ["editor"] });
  const onBehalf = (enteredBy: typeof desk, idempotencyKey: string) =>
    sendCase(db, testKeys, memoryFiles(), sending({ channel: "phone", enteredBy, idempotencyKey }), friday);
  expect(await onBehalf(editor, "khoa-a")).toEqual({ ok: false, code: "case.not_yours" });
  expect((await onBehalf(desk, "khoa-b")).ok).toBe(true);
  const row = first(await db.select().from(cases));
  expect(row).toMatchObject({ enteredById: desk.id, channel: "phone" });
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, row.id));
  expect(event).toMatchObject({ actor: "official", officialId: desk.id });
});

test("words of danger mark a case as urgent", async ({ db }) => {
  await sendCase(db, testKeys, memoryFiles(), sending({ draft: draft({ subject: "Rò rỉ khí ở nhà máy" }) }), friday);
  expect((await db.select().from(cases))[0]?.urgent).toBe(true);
});
