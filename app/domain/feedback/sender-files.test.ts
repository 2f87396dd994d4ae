import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { answerDocuments, attachments, auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { onePagePdf } from "#tests/support/pdf.ts";
import { expect, test } from "#tests/support/test.ts";
import { findSenderFile } from "./find-sender-file.server.ts";
import {
  addressDocument,
  approveReply,
  attachDocument,
  findCaseByReceipt,
  findDocumentFile,
  handOverCase,
  reopenForSender,
  returnReply,
  submitReply,
} from "./index.server.ts";

const now = new Date("2026-11-17T03:00:00Z");
const pdf = () => onePagePdf("Gui ong Nguyen Van A");

async function attach(db: Db, made: Awaited<ReturnType<typeof makeCase>>, { by = made.people.handler, inside = false } = {}) {
  const what = { title: "Công văn trả lời", fileName: "cong-van.pdf", content: pdf(), inside };
  const added = await attachDocument(db, memoryFiles(), by, made.code, what, now);
  if (!added.ok) throw new Error(added.code);
  return added.value;
}

const listed = async (db: Db, { code, receiptKey }: { code: string; receiptKey: string }) =>
  (await findCaseByReceipt(db, code, receiptKey, "2026-11-17"))?.answers.flatMap(({ documents }) => documents.map(({ id }) => id));

test("the document of an answer opens with its receipt once the answer is given; not before, not with another, not when kept inside", async ({
  db,
}) => {
  const made = await makeCase(db, testKeys, { state: "CHO_DUYET" });
  const { approver, handler } = made.people;
  await returnReply(db, approver, made.code, { comment: "Cần kèm công văn trả lời" }, now);
  const [given, inside] = [await attach(db, made), await attach(db, made, { inside: true })];
  expect(await findSenderFile(db, made, given.id)).toBeUndefined();
  await submitReply(db, handler, made.code, {}, now);
  expect(await listed(db, made)).toEqual([]);
  expect(await approveReply(db, testKeys, approver, made.code, {}, now)).toMatchObject({ ok: true });

  expect(await listed(db, made)).toEqual([given.id]);
  expect(await findSenderFile(db, made, given.id)).toMatchObject({ mime: "application/pdf", title: "Công văn trả lời" });
  expect(await findSenderFile(db, made, inside.id)).toBeUndefined();
  const other = await makeCase(db, testKeys, { state: "DA_TRA_LOI" });
  for (const receipt of [other, { ...made, receiptKey: other.receiptKey }, { code: made.code, receiptKey: "" }]) {
    expect(await findSenderFile(db, receipt, given.id)).toBeUndefined();
  }
  for (const id of ["", "x", `${given.id}0`, "00000000-0000-4000-8000-000000000000"]) expect(await findSenderFile(db, made, id)).toBeUndefined();
});

test("what comes after the answer was submitted stays inside, until who publishes opens it; whoever answers takes it back", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_TRA_LOI" });
  const { handler, coordinator, intake } = made.people;
  const late = await attach(db, made);
  expect(late.forSender).toBe(false);
  const open = { documentId: late.id, toSender: true };
  expect(await addressDocument(db, intake, made.code, open, now)).toMatchObject({ code: "case.not_yours" });
  expect(await addressDocument(db, handler, made.code, open, now)).toMatchObject({ code: "case.document_submitted" });
  expect(await listed(db, made)).toEqual([]);
  expect(await addressDocument(db, coordinator, made.code, open, now)).toMatchObject({ ok: true });
  expect(await addressDocument(db, coordinator, made.code, open, now)).toMatchObject({ code: "case.changed_meanwhile" });
  expect(await listed(db, made)).toEqual([late.id]);
  expect(await addressDocument(db, handler, made.code, { ...open, toSender: false }, now)).toMatchObject({ ok: true });
  expect(await findSenderFile(db, made, late.id)).toBeUndefined();
  const acts = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
  expect(acts.filter(({ act }) => act === "case.address_document").map(({ data }) => data.toSender)).toEqual([true, false]);

  const other = await makeCase(db, testKeys, { state: "DA_TRA_LOI" });
  expect(await addressDocument(db, other.people.coordinator, other.code, open, now)).toMatchObject({ code: "case.changed_meanwhile" });
  expect((await attach(db, made, { by: coordinator })).forSender).toBe(true);
});

test("a document of the next answer waits for that answer; those of the first stay open", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "KHONG_CONG_KHAI" });
  const { coordinator, handler } = made.people;
  await db.insert(answerDocuments).values({
    caseId: made.id,
    title: "Thư trả lời",
    fileName: "thu.pdf",
    bytes: 1,
    sha256: "",
    storageKey: "documents/mot.pdf",
    uploadedById: handler.id,
  });
  const before = await listed(db, made);
  expect(before).toHaveLength(1);
  expect(await reopenForSender(db, testKeys, coordinator, made.code, { reason: "Người gửi có tình tiết mới cần xem" }, now)).toMatchObject({
    ok: true,
  });
  expect(await listed(db, made)).toEqual(before);
  const { id: _, ...earlier } = first(await db.select().from(answerDocuments).where(eq(answerDocuments.caseId, made.id)));
  await db.insert(answerDocuments).values({ ...earlier, round: 2, storageKey: "documents/hai.pdf" });
  expect(await listed(db, made)).toEqual(before);
});

test("own photos open by the receipt; nothing does of a case that left for the confidential procedure", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "MOI" });
  const [photo] = await db
    .insert(attachments)
    .values({ caseId: made.id, fileName: "anh.jpg", mime: "image/webp", bytes: 3, sha256: "", storageKey: "photos/a.webp" })
    .returning();
  expect(await findSenderFile(db, made, photo?.id ?? "")).toMatchObject({ storageKey: "photos/a.webp", mime: "image/webp", title: null });
  expect(await handOverCase(db, testKeys, made.people.intake, made.code, { kind: "denunciation" }, now)).toMatchObject({ ok: true });
  expect(await findSenderFile(db, made, photo?.id ?? "")).toBeUndefined();
});

test("the attached file is for who answers or publishes; its rendition for who reads the case", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const { handler, intake, coordinator } = made.people;
  const { id } = await attach(db, made);
  expect(await findDocumentFile(db, handler, id, "attached")).toMatchObject({ title: "Công văn trả lời" });
  expect(await findDocumentFile(db, coordinator, id, "attached")).toBeDefined();
  expect(await findDocumentFile(db, intake, id, "attached")).toBeUndefined();
  expect(await findDocumentFile(db, intake, id, "rendition")).toBeUndefined();
  await db.update(answerDocuments).set({ renditionKey: "documents/anh.pdf" }).where(eq(answerDocuments.id, id));
  expect(await findDocumentFile(db, intake, id, "rendition")).toMatchObject({ storageKey: "documents/anh.pdf" });
});
