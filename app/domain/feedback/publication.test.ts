import { eq } from "drizzle-orm";
import { makeCase, type CaseWish } from "#db/seed/factories/cases.ts";
import { attachments, auditEvents, cases, publicationLog, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { onePagePdf } from "#tests/support/pdf.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic, listPublic } from "../publishing/index.server.ts";
import {
  attachDocument,
  correctPublication,
  countForReview,
  findAnswerDocument,
  findCaseForOfficial,
  findPublicAttachment,
  findPublication,
  hideCase,
  keepFinding,
  listForReview,
  listPublishedVersions,
  lookThroughDocument,
  makeRendition,
  markDocument,
  publishCase,
  replaceFinding,
  reviewCase,
  savePublicDraft,
} from "./index.server.ts";

const now = new Date("2026-11-17T03:00:00Z");
const today = "2026-11-17";
const number = "0912 345 678";
const answered = (db: Db, wish: CaseWish = {}) =>
  makeCase(db, testKeys, { state: "DA_TRA_LOI", reply: { publicAnswer: `Bạn gọi anh Lê Văn Thử, ${number}, để được hướng dẫn.` }, ...wish });
const publication = async (db: Db, made: Awaited<ReturnType<typeof answered>>) => {
  const seen = await findCaseForOfficial(db, made.people.coordinator, made.code, today);
  const found = seen && (await findPublication(db, seen, now));
  if (!found) throw new Error("No public side");
  return found;
};

test("each finding is replaced by its mark or kept with a reason; then it is published, and the approved answer stays", async ({ db }) => {
  const made = await answered(db);
  const { coordinator, handler } = made.people;
  const before = first(await db.select().from(replies).where(eq(replies.caseId, made.id)));
  expect(await publishCase(db, testKeys, coordinator, made.code, {}, now)).toMatchObject({ code: "publish.personal_data" });
  const { found } = await publication(db, made);
  expect(found.map(({ field, finding }) => [field, finding.kind, finding.text])).toEqual([
    ["answer", "name", "Lê Văn Thử"],
    ["answer", "phone", number],
  ]);

  const phone = { kind: "phone", text: number };
  expect(await replaceFinding(db, handler, made.code, phone, 0, now)).toMatchObject({ code: "case.not_yours" });
  expect(await replaceFinding(db, coordinator, made.code, { kind: "phone", text: "0900" }, 0, now)).toMatchObject({
    code: "publish.no_such_finding",
  });
  expect(await replaceFinding(db, coordinator, made.code, phone, 0, now)).toMatchObject({ ok: true, value: { revision: 1 } });
  expect(await replaceFinding(db, coordinator, made.code, phone, 0, now)).toMatchObject({ code: "case.edited_elsewhere" });
  const name = { kind: "name", text: "Lê Văn Thử" };
  expect(await keepFinding(db, coordinator, made.code, { ...name, reason: "ngắn" }, now)).toMatchObject({ code: "text.too_short" });
  expect(await keepFinding(db, coordinator, made.code, { ...name, reason: "Cán bộ tiếp dân đã được công khai" }, now)).toMatchObject({ ok: true });

  const side = await publication(db, made);
  expect(side.undecided).toBe(0);
  expect(side.diff.find(({ field }) => field === "answer")?.parts.some(({ kind, text }) => kind === "come" && text.includes("[số điện thoại]"))).toBe(
    true,
  );
  expect(side.preview.answer).toBe("Bạn gọi anh Lê Văn Thử, [số điện thoại], để được hướng dẫn.");
  expect(await publishCase(db, testKeys, coordinator, made.code, { draft: 0 }, now)).toMatchObject({ code: "case.edited_elsewhere" });
  expect(await publishCase(db, testKeys, coordinator, made.code, { draft: 1 }, now)).toMatchObject({ ok: true });
  const copy = await findPublic(db, "case", made.code);
  expect({ ...copy?.content, timeline: [] }).toEqual({ ...side.preview, timeline: [] });
  expect(JSON.stringify(copy)).not.toContain("345 678");
  expect(first(await db.select().from(replies).where(eq(replies.caseId, made.id)))).toEqual(before);
  const acts = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(["case.mask_public", "case.keep_finding", "case.publish"]));
  expect(JSON.stringify(acts)).not.toContain("345 678");
});

test("a correction is a new version with its note; both stay in the log, and what is hidden stays hidden", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", kind: "phan_anh_kien_nghi" });
  const { coordinator } = made.people;
  const { texts } = await publication(db, made);
  const note = "Sửa số ngày cho đúng quyết định";
  expect(await savePublicDraft(db, coordinator, made.code, { ...texts, answer: "" }, 0, now)).toMatchObject({ code: "text.missing" });
  await savePublicDraft(db, coordinator, made.code, { ...texts, answer: "Bạn nộp một bộ, gọi 0912 345 678." }, 0, now);
  expect(await correctPublication(db, coordinator, made.code, { note, revision: 1 }, now)).toMatchObject({ code: "publish.personal_data" });
  await savePublicDraft(db, coordinator, made.code, { ...texts, answer: "Bạn nộp một bộ, không phải hai." }, 1, now);
  expect(await correctPublication(db, coordinator, made.code, { note: `${note}, gọi 0912 345 678`, revision: 2 }, now)).toMatchObject({
    code: "publish.note_personal_data",
  });
  expect(await correctPublication(db, coordinator, made.code, { note, revision: 2 }, now)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await findPublic(db, "case", made.code))?.content).toMatchObject({
    answer: "Bạn nộp một bộ, không phải hai.",
    corrections: [{ on: today, note }],
  });

  const [newest, oldest] = await listPublishedVersions(db, made.code);
  expect(newest).toMatchObject({ version: 2, act: "published", note, by: expect.any(String) });
  expect(newest?.changes.map(({ field }) => field)).toEqual(["answer"]);
  expect(oldest).toMatchObject({ version: 1, note: null, changes: [] });
  const [stored] = await db.select().from(publicationLog).where(eq(publicationLog.slug, made.code)).orderBy(publicationLog.version);
  expect(stored?.content).toMatchObject({ answer: texts.answer });

  await hideCase(db, coordinator, made.code, { reason: "Cần kiểm tra lại nội dung" }, now);
  expect(await correctPublication(db, coordinator, made.code, { note, revision: 2 }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "case", made.code)).toBeUndefined();
});

test("a question has no conclusion in public, whatever the handler chose", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_TRA_LOI", kind: "hoi_dap", reply: { conclusion: "correct" } });
  await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now);
  expect((await findPublic(db, "case", made.code))?.content.conclusion).toBeNull();
});

test("a PDF becomes public only as its redacted rendition, once what was found in it is decided", async ({ db }) => {
  const files = memoryFiles();
  const made = await answered(db, { reply: {} });
  const { coordinator, handler } = made.people;
  const content = onePagePdf("Lien he 0912345678 de duoc huong dan");
  const what = { title: "Công văn trả lời", fileName: "cong-van.pdf", content };
  expect(await attachDocument(db, files, handler, made.code, { ...what, content: Buffer.from("khong phai PDF") }, now)).toMatchObject({
    code: "pdf.not_a_pdf",
  });
  expect(files.kept.size).toBe(0);
  const added = await attachDocument(db, files, handler, made.code, what, now);
  if (!added.ok) throw new Error(added.code);
  const { id } = added.value;
  const documentIds = [id];
  expect(await publishCase(db, testKeys, coordinator, made.code, { documentIds }, now)).toMatchObject({ code: "pdf.not_redacted" });
  expect(await makeRendition(db, files, coordinator, id, 1, content, now)).toMatchObject({ code: "pdf.undecided" });
  expect(await markDocument(db, files, handler, id, { mark: "words", words: "0912345678" }, 1, content, now)).toMatchObject({
    code: "case.not_yours",
  });
  expect(await markDocument(db, files, coordinator, id, { mark: "words", words: "khong co" }, 1, content, now)).toMatchObject({
    code: "pdf.words_not_found",
  });
  expect(await markDocument(db, files, coordinator, id, { mark: "words", words: "0912345678" }, 1, content, now)).toMatchObject({ ok: true });
  const seen = await findAnswerDocument(db, coordinator, id);
  expect(seen && (await lookThroughDocument(db, seen.document, content))).toMatchObject({ ok: true, value: { undecided: 0 } });
  expect(await makeRendition(db, files, coordinator, id, 2, content, now)).toMatchObject({ ok: true });
  expect(await publishCase(db, testKeys, coordinator, made.code, { documentIds }, now)).toMatchObject({ ok: true });

  const [shown] = (await findPublic(db, "case", made.code))?.content.documents ?? [];
  expect(shown).toMatchObject({ title: "Công văn trả lời", pages: 1, key: expect.stringMatching(/^[0-9a-f]{32}\.pdf$/) });
  const stored = await findPublicAttachment(db, shown?.key ?? "");
  const bytes = files.kept.get(stored?.storageKey ?? "");
  expect(bytes?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes?.toString("latin1")).not.toContain("0912345678");

  // Marked again: what was not black enough is not left in the open.
  await markDocument(db, files, coordinator, id, { mark: "words", words: "huong dan" }, 3, content, now);
  expect(await findPublicAttachment(db, shown?.key ?? "")).toBeUndefined();
  expect([...files.kept.values()]).toEqual([content]);
});

test("the preview of a first publication shows the files that go along, and says which stay private", async ({ db }) => {
  const files = memoryFiles();
  const made = await answered(db, { reply: {} });
  const { coordinator, handler } = made.people;
  const photo = { caseId: made.id, mime: "image/webp", bytes: 3, sha256: "", width: 40, height: 30 };
  const [one, two] = await db
    .insert(attachments)
    .values([
      { ...photo, fileName: "mot.jpg", storageKey: "photos/mot.webp", createdAt: now },
      { ...photo, fileName: "hai.jpg", storageKey: "photos/hai.webp", createdAt: new Date(now.getTime() + 1) },
    ])
    .returning();
  const content = onePagePdf("Huong dan nop ho so");
  const attach = async (title: string, at: Date) => {
    const added = await attachDocument(db, files, handler, made.code, { title, fileName: "cong-van.pdf", content }, at);
    if (!added.ok) throw new Error(added.code);
    return added.value.id;
  };
  const [redacted, raw] = [await attach("Công văn trả lời", now), await attach("Biên bản làm việc", new Date(now.getTime() + 1))];
  expect(await makeRendition(db, files, coordinator, redacted, 1, content, now)).toMatchObject({ ok: true });

  const asChosen = async (choice?: { photos: string[]; documents: string[] }) => {
    const seen = await findCaseForOfficial(db, coordinator, made.code, today);
    const found = seen && (await findPublication(db, seen, now, choice));
    if (!found) throw new Error("No public side");
    return found;
  };
  const plain = await asChosen();
  expect(plain.preview).toMatchObject({ photos: [], documents: [{ key: redacted, title: "Công văn trả lời", pages: 1 }] });
  expect(plain.files).toMatchObject({
    photos: [
      { fileName: "mot.jpg", chosen: false },
      { fileName: "hai.jpg", chosen: false },
    ],
    documents: [
      { id: redacted, standing: "ready", chosen: true },
      { id: raw, standing: "private", chosen: false },
    ],
  });

  const photos = [two?.id ?? ""];
  const { preview, files: offered } = await asChosen({ photos, documents: [redacted, raw] });
  expect(offered.photos.map(({ chosen }) => chosen)).toEqual([false, true]);
  // What has no rendition is not in the preview, and ticked all the same it would stop the publication.
  expect(preview.documents?.map(({ key }) => key)).toEqual([redacted]);
  expect((await asChosen({ photos: [], documents: [] })).preview).toMatchObject({ photos: [], documents: [] });

  await publishCase(db, testKeys, coordinator, made.code, { publicAttachmentIds: photos, documentIds: [redacted] }, now);
  const copy = await findPublic(db, "case", made.code);
  const nameless = (content: typeof preview | undefined) => ({
    ...content,
    timeline: [],
    photos: content?.photos.map(({ key: _, ...rest }) => rest),
    documents: content?.documents?.map(({ key: _, ...rest }) => rest),
  });
  expect(nameless(copy?.content)).toEqual(nameless(preview));
  // Of what is public the preview shows the same files, without a choice.
  const after = await asChosen();
  expect(after.preview).toMatchObject({ photos: [{ key: two?.id }], documents: [{ key: redacted }] });
  expect(after.files.photos.map(({ id, chosen }) => [id, chosen])).toEqual([
    [one?.id, false],
    [two?.id, true],
  ]);
});

test("what is hidden, kept private or rated worst is reviewed once a month; shown again it is public", async ({ db }) => {
  const hidden = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  const { coordinator } = hidden.people;
  await hideCase(db, coordinator, hidden.code, { reason: "Có ý kiến, cần kiểm tra" }, now);
  const withheld = await makeCase(db, testKeys, { state: "KHONG_CONG_KHAI" });
  const worst = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  await db.update(cases).set({ rating: 1, ratedAt: now }).where(eq(cases.id, worst.id));

  const all = { ...coordinator, scopes: { ...coordinator.scopes, "cases.hide": "all" as const, "cases.read": "all" as const } };
  const causes = new Map((await listForReview(db, all, "2026-11-01")).map(({ code, cause }) => [code, cause]));
  expect([hidden, withheld, worst].map(({ code }) => causes.get(code))).toEqual(["hidden", "withheld", "one_star"]);
  const [kept] = (await listForReview(db, all, "2026-11-01")).filter(({ code }) => code === withheld.code);
  expect(kept).toMatchObject({ by: withheld.people.approver.name, withholdReason: "private_life" });
  const left = await countForReview(db, all, today);
  const reason = "Đã xem, vẫn còn lý do";
  expect(await reviewCase(db, all, worst.code, { verdict: "keep", reason }, now)).toMatchObject({ ok: true });
  expect(await reviewCase(db, all, worst.code, { verdict: "keep", reason }, now)).toMatchObject({ code: "review.already" });
  expect(await reviewCase(db, coordinator, hidden.code, { verdict: "show", reason: "Nội dung đã được kiểm tra" }, now)).toMatchObject({ ok: true });
  expect(await countForReview(db, all, today)).toBe(left - 2);
  expect((await listPublic(db, "case")).items.map(({ slug }) => slug)).toContain(hidden.code);
  expect(await countForReview(db, all, "2026-12-02")).toBeGreaterThanOrEqual(1);
});
