import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { attachments, auditEvents, caseIdentities, caseMessages, cases, confidentialItems, messages } from "#db/schema/index.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";
import { listConfidentialItems, openConfidentialItem, takeOverItem } from "../confidential/index.server.ts";
import {
  caseStatistics,
  countWork,
  findCaseByReceipt,
  findCaseForOfficial,
  handOverCase,
  listWork,
  maskedIdentity,
  splitCase,
  writeAsSender,
} from "./index.server.ts";

const now = new Date("2026-11-10T03:00:00Z");
const today = "2026-11-10";
const marker = "DẤU-HIỆU-BÍ-MẬT";

async function handedOver(db: Parameters<typeof makeCase>[0]) {
  const unit = await makeUnit(db);
  const photo = { fileName: `${marker}.jpg`, mime: "image/jpeg", content: Buffer.from("x"), width: 1, height: 1, receivedSha256: "x" } as const;
  const made = await makeCase(db, testKeys, {
    unit,
    subject: `${marker} một cán bộ`,
    body: `${marker}: nội dung tố cáo dài hơn hai mươi ký tự.`,
    draft: { unit: unit.slug, place: marker },
    photos: [photo],
    files: memoryFiles(),
  });
  await writeAsSender(db, made, { body: `${marker} viết thêm` }, now);
  expect(await handOverCase(db, testKeys, made.people.intake, made.code, { kind: "denunciation" }, now)).toMatchObject({
    ok: true,
    value: { state: "CHUYEN_MAT" },
  });
  return { ...made, unit };
}

test("nothing of a denunciation stays in the public part: no text, sender, file, thread or mail", async ({ db }) => {
  const made = await handedOver(db);
  const left = JSON.stringify([
    await db.select().from(cases),
    await db.select().from(caseMessages),
    await db.select().from(attachments),
    await db.select().from(messages),
    await db.select().from(auditEvents),
    await db.select().from(confidentialItems),
  ]);
  expect(left).not.toContain(marker);
  expect(await db.select().from(caseIdentities).where(eq(caseIdentities.caseId, made.id))).toEqual([]);
  const [row] = await db.select().from(cases).where(eq(cases.id, made.id));
  expect(row).toMatchObject({ subject: "", body: "", searchText: "", place: null, aboutUnitId: null, nextDueOn: null });
});

test("no list, count, page, mask or figure knows it any more", async ({ db }) => {
  const made = await handedOver(db);
  for (const by of Object.values(made.people)) {
    expect((await listWork(db, by, {}, { today })).items).toEqual([]);
    expect(Object.values(await countWork(db, by, today)).every((n) => n === 0)).toBe(true);
    expect(await findCaseForOfficial(db, by, made.code, today)).toBeUndefined();
    expect(await maskedIdentity(db, testKeys, by, made.code)).toBeUndefined();
  }
  const figures = await caseStatistics(db, {}, today);
  expect(figures.received.value).toBe(0);
});

test("the sender's receipt finds a neutral notice, and the mail names neither case nor matter", async ({ db }) => {
  const made = await handedOver(db);
  const told = await findCaseByReceipt(db, made.code, made.receiptKey, today);
  expect(told).toMatchObject({ state: "CHUYEN_MAT", subject: "", may: [], timeline: [], clocks: [], messages: [] });
  const mails = await db.select().from(messages);
  expect(mails).toMatchObject([{ template: "case_handed_over", caseId: null, data: { receivedOn: "2026-11-09" } }]);
  expect(JSON.stringify(mails[0]?.data)).not.toContain(made.code);
});

test("the reception reads it for a reason that stays in the trace, and takes it over once", async ({ db }) => {
  const made = await handedOver(db);
  const reception = await makeOfficial(db, { roles: ["reception"] });
  const item = first(await listConfidentialItems(db, reception));
  expect(item).toMatchObject({ kind: "denunciation", state: "received", receivedOn: "2026-11-09" });
  expect(await openConfidentialItem(db, testKeys, reception, item.id, "xem", now)).toMatchObject({ ok: false, code: "case.reason_missing" });
  const opened = await openConfidentialItem(db, testKeys, reception, item.id, "Phân loại đơn theo thẩm quyền", now);
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.value).toMatchObject({
    subject: `${marker} một cán bộ`,
    sender: { name: "Trần Thị Mẫu" },
    thread: [{ side: "sender" }],
    files: [{ fileName: `${marker}.jpg` }],
  });

  expect(await takeOverItem(db, reception, item.id, { registerNumber: "07/TC" }, now)).toMatchObject({ ok: true });
  expect(await takeOverItem(db, reception, item.id, { registerNumber: "08/TC" }, now)).toEqual({ ok: false, code: "confidential.not_received" });
  const trace = await db.select().from(auditEvents).where(eq(auditEvents.subject, "confidential"));
  expect(trace.map((event) => event.act)).toEqual(["confidential.received", "confidential.opened", "confidential.taken_over"]);
  expect(JSON.stringify(trace)).not.toContain(made.code);
});

test("nobody else opens the confidential store: not intake, not the administrator, not another authority's reception", async ({ db }) => {
  const made = await handedOver(db);
  const reception = await makeOfficial(db, { roles: ["reception"] });
  const item = first(await listConfidentialItems(db, reception));
  const elsewhere = await makeOfficial(db, { roles: ["reception"], unit: await makeUnit(db) });
  for (const by of [made.people.intake, made.people.approver, await makeOfficial(db, { roles: ["admin"] })]) {
    expect(await listConfidentialItems(db, by)).toEqual([]);
    expect(await openConfidentialItem(db, testKeys, by, item.id, "Tôi muốn xem nội dung", now)).toEqual({
      ok: false,
      code: "confidential.not_yours",
    });
  }
  expect(await listConfidentialItems(db, elsewhere)).toEqual([]);
  expect(await openConfidentialItem(db, testKeys, elsewhere, item.id, "Tôi muốn xem nội dung", now)).toEqual({
    ok: false,
    code: "confidential.not_found",
  });
});

test("a mixed letter is split; each part keeps the day of receipt, and one receipt opens them all", async ({ db }) => {
  const made = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z") });
  const parts = [
    { kind: "hoi_dap" as const, subject: "Hỏi về lệ phí", body: "Lệ phí là bao nhiêu?" },
    { kind: "phan_anh_kien_nghi" as const, subject: "Chậm trả kết quả", body: "Chậm mười ngày." },
  ];
  const split = await splitCase(db, testKeys, made.people.intake, made.code, { parts }, now);
  if (!split.ok) throw new Error(split.code);
  expect(split.value).toMatchObject({ state: "DONG", codes: { length: 2 } });
  const parent = await findCaseByReceipt(db, made.code, made.receiptKey, today);
  expect(parent?.parts.toSorted()).toEqual(split.value.codes.toSorted());
  for (const [index, code] of split.value.codes.entries()) {
    const part = await findCaseByReceipt(db, code, made.receiptKey, today);
    expect(part).toMatchObject({ state: "MOI", receivedOn: "2026-11-09", subject: parts[index]?.subject, kind: parts[index]?.kind });
    expect(part?.clocks[0]).toMatchObject({ startedOn: "2026-11-09", dueOn: index === 0 ? "2026-11-16" : "2026-12-01" });
    expect(await maskedIdentity(db, testKeys, made.people.intake, code)).toMatchObject({ name: "Tr… T… M…" });
  }
  expect((await caseStatistics(db, {}, today)).received.value).toBe(2);
});
