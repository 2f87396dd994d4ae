import { eq } from "drizzle-orm";
import { makeCase, type CaseWish } from "#db/seed/factories/cases.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { attachments, auditEvents, cases, messages, publicationLog, publicCopies, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";
import { countPublic, findPublic, listPublic } from "../publishing/index.server.ts";
import { findPublicAttachment, hideCase, publishCase, showCase, withholdCase } from "./index.server.ts";

const now = new Date("2026-11-17T03:00:00Z");
const answered = (db: Db, wish: CaseWish = {}) => makeCase(db, testKeys, { state: "DA_TRA_LOI", ...wish });

test("the public copy holds the approved texts, the unit of its day and how the time was kept", async ({ db }) => {
  const authority = await makeUnit(db, { nameVi: "Ban Quản lý mẫu" });
  const unit = await makeUnit(db, { nameVi: "Phòng Đầu tư", parent: authority });
  const made = await answered(db, {
    unit,
    kind: "phan_anh_kien_nghi",
    field: "dau-tu",
    receivedAt: new Date("2026-11-02T02:00:00Z"),
    days: { approve: 8 },
  });
  await db.update(unitVersions).set({ nameVi: "Phòng Đầu tư (tên cũ)" }).where(eq(unitVersions.id, unit.versionId));
  expect(await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now)).toMatchObject({ ok: true, value: { state: "DA_CONG_KHAI" } });

  const copy = await findPublic(db, "case", made.code);
  expect(copy?.content).toMatchObject({
    code: made.code,
    kind: "phan_anh_kien_nghi",
    field: "dau-tu",
    title: "Hồ sơ gồm những gì và nộp ở đâu?",
    unit: { slug: unit.slug, name: { vi: "Phòng Đầu tư (tên cũ)" } },
    authority: { slug: authority.slug },
    receivedOn: "2026-11-02",
    answeredOn: "2026-11-10",
    dueOn: "2026-11-23",
    onTime: true,
    daysToSpare: 9,
    rating: null,
    photos: [],
  });
  expect(copy?.content.timeline.map(({ step }) => step)).toEqual(["received", "accepted", "assigned", "answered", "published"]);
  expect((await listPublic(db, "case", { unit: unit.slug, category: "phan_anh_kien_nghi", q: "ho so gom nhung gi" })).items).toHaveLength(1);
});

test("what was answered late says so, by how many working days", async ({ db }) => {
  const made = await answered(db, { receivedAt: new Date("2026-11-02T02:00:00Z"), days: { submit: 10, approve: 11 } });
  await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now);
  expect((await findPublic(db, "case", made.code))?.content).toMatchObject({
    dueOn: "2026-11-09",
    answeredOn: "2026-11-13",
    onTime: false,
    daysToSpare: -4,
  });
});

test("neither the sender, nor what the sender wrote, nor an internal word is in the public copy or the trace", async ({ db }) => {
  const secrets = ["Trần Thị Mẫu", "0900 000 111", "nguoi-gui", "đường Mẫu", "NGUYÊN-VĂN", "GHI-CHÚ", "TRAO-ĐỔI"];
  const made = await answered(db, {
    subject: "NGUYÊN-VĂN tiêu đề của người gửi",
    body: "NGUYÊN-VĂN nội dung của người gửi, dài hơn hai mươi ký tự.",
    note: "GHI-CHÚ nội bộ",
    thread: [{ from: "sender", body: "TRAO-ĐỔI riêng" }],
    reply: { publicTitle: "Tiêu đề đã biên tập" },
  });
  await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now);
  const open = JSON.stringify([await db.select().from(publicCopies), await db.select().from(publicationLog), await db.select().from(auditEvents)]);
  for (const secret of secrets) expect(open).not.toContain(secret);
  expect(open).toContain("Tiêu đề đã biên tập");
});

test("personal data in a public text stops publishing until an official decides; nothing is half done", async ({ db }) => {
  const made = await answered(db, { reply: { publicAnswer: "Bạn gọi anh Lê Văn Thử, 0912 345 678, để được hướng dẫn." } });
  const sent = (await db.select().from(messages)).length;
  expect(await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now)).toEqual({ ok: false, code: "publish.personal_data" });
  expect((await db.select().from(cases).where(eq(cases.id, made.id)))[0]?.state).toBe("DA_TRA_LOI");
  expect(await countPublic(db, "case")).toBe(0);
  expect((await db.select().from(messages)).length).toBe(sent);

  expect(await publishCase(db, testKeys, made.people.coordinator, made.code, { acceptPersonalData: true }, now)).toMatchObject({ ok: true });
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "case.publish"));
  expect(event?.data).toMatchObject({ personalDataAccepted: true });
});

test("only ticked photos become public, under a key of their own", async ({ db }) => {
  const photo = (fileName: string) =>
    ({ fileName, mime: "image/jpeg", content: Buffer.from(fileName), width: 8, height: 6, receivedSha256: fileName }) as const;
  const made = await answered(db, { files: memoryFiles(), photos: [photo("nha-toi.jpg"), photo("duong-hong.jpg")] });
  const stored = await db.select().from(attachments).where(eq(attachments.caseId, made.id));
  const ticked = first(stored.filter((one) => one.fileName === "duong-hong.jpg"));
  const foreign = await answered(db, { files: memoryFiles(), photos: [photo("cua-nguoi-khac.jpg")] });
  const other = first(await db.select().from(attachments).where(eq(attachments.caseId, foreign.id)));
  await publishCase(db, testKeys, made.people.coordinator, made.code, { publicAttachmentIds: [ticked.id, other.id] }, now);

  const copy = await findPublic(db, "case", made.code);
  expect(copy?.content.photos).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{32}\.jpg$/), width: 8, height: 6 }]);
  const key = first(copy?.content.photos ?? []).key;
  expect(key).not.toContain(ticked.storageKey.slice(6, 20));
  expect(JSON.stringify(copy)).not.toContain("duong-hong");
  expect(await findPublicAttachment(db, key)).toMatchObject({ storageKey: ticked.storageKey });
  await hideCase(db, made.people.coordinator, made.code, { reason: "Cần kiểm tra lại ảnh" }, now);
  expect(await findPublicAttachment(db, key)).toBeUndefined();
});

test("a sender who does not wish it is not published, unless the law says the result must be", async ({ db }) => {
  const question = await answered(db, { draft: { publishWish: false } });
  expect(await publishCase(db, testKeys, question.people.coordinator, question.code, {}, now)).toEqual({ ok: false, code: "case.sender_disagrees" });
  expect(await withholdCase(db, testKeys, question.people.approver, question.code, { reason: "sender_disagrees" }, now)).toMatchObject({ ok: true });
  const petition = await answered(db, { kind: "phan_anh_kien_nghi", draft: { publishWish: false } });
  expect(await publishCase(db, testKeys, petition.people.coordinator, petition.code, {}, now)).toMatchObject({ ok: true });
});

test("hidden is not dropped: it comes back with a reason, and the case goes on", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI" });
  const reason = "Có ý kiến về nội dung, cần kiểm tra";
  expect(await hideCase(db, made.people.coordinator, made.code, { reason: "ngắn" }, now)).toMatchObject({ ok: false, code: "text.too_short" });
  expect(await hideCase(db, made.people.coordinator, made.code, { reason }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "case", made.code)).toBeUndefined();
  expect(await hideCase(db, made.people.coordinator, made.code, { reason }, now)).toEqual({ ok: false, code: "publish.not_public" });
  expect(await showCase(db, made.people.coordinator, made.code, { reason }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "case", made.code)).toBeDefined();
});

test("a withheld answer after an open one takes the open one back", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "KHONG_CONG_KHAI" });
  expect(await countPublic(db, "case")).toBe(0);
  const [row] = await db.select().from(cases).where(eq(cases.id, made.id));
  expect(row).toMatchObject({ withholdReason: "private_life", nextDueOn: null });
});
