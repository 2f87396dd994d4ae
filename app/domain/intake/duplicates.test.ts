import { eq } from "drizzle-orm";
import { auditEvents, caseLinks, cases, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { acceptCase, confirmRefusal, declineRefusal, publishCase, withholdCase } from "#app/domain/feedback/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { findLikely, linkCases, listLinks, markDuplicate, undoLink } from "./index.server.ts";

const now = new Date("2026-11-10T03:00:00Z");
const subject = "Đèn đường hỏng trước cổng trường";
const body = "Đèn đường trước cổng trường hỏng đã ba ngày nay, buổi tối học sinh đi về rất nguy hiểm.";
const folded = "Den duong truoc cong truong hong da ba ngay nay, buoi toi hoc sinh di ve rat nguy hiem.";
const text = "Việc này đã có trong hồ sơ khác, mời bạn theo dõi hồ sơ đó.";

async function world(db: Db) {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const make = (what: { subject?: string; body?: string; email?: string; state?: "MOI" | "DA_TRA_LOI"; receivedAt?: Date }) =>
    makeCase(db, testKeys, {
      unit,
      people,
      subject: what.subject ?? subject,
      body: what.body ?? body,
      ...(what.state ? { state: what.state } : {}),
      ...(what.receivedAt ? { receivedAt: what.receivedAt } : {}),
      draft: { contact: { email: what.email ?? "mot@example.vn" } },
    });
  return { ...people, make };
}

test("a case is found again with and without diacritics, from another contact, and by its contact with another text", async ({ db }) => {
  const { intake, handler, make } = await world(db);
  const lead = await make({});
  const bare = await make({ subject: "Den duong hong truoc cong truong", body: folded, email: "hai@example.vn" });
  const other = await make({ subject: "Rác chưa được thu gom", body: "Đã một tuần ngõ 5 không có xe tới lấy rác, mùi rất khó chịu." });
  await make({ subject: "Hỏi về lịch tiếp công dân", body: "Tháng sau lãnh đạo tiếp công dân vào những ngày nào, ở đâu?", email: "ba@example.vn" });
  const old = await make({ email: "bon@example.vn", receivedAt: new Date("2026-08-03T03:00:00Z") });

  const found = await findLikely(db, intake, lead.code);
  expect(found?.map(({ code, reasons }) => [code, reasons])).toEqual([
    [bare.code, ["same_text"]],
    [other.code, ["same_contact"]],
  ]);
  expect(found?.[0]?.alike).toBe(1);
  expect(found?.map(({ code }) => code)).not.toContain(old.code);
  // Who may not read the cases learns nothing of them.
  expect(await findLikely(db, handler, lead.code)).toBeUndefined();
});

test("a duplicate is proposed for refusal, and both senders are told when that is confirmed", async ({ db }) => {
  const { intake, coordinator, make } = await world(db);
  const lead = await make({});
  const copy = await make({ email: "hai@example.vn" });
  expect(await markDuplicate(db, intake, copy.code, { lead: lead.code, text }, now)).toEqual({ ok: true, value: { lead: lead.code } });
  const told = (id: string) =>
    db.select({ template: messages.template, data: messages.data }).from(messages).where(eq(messages.caseId, id)).orderBy(messages.createdAt);
  expect((await told(lead.id)).map(({ template }) => template)).toEqual(["case_received"]);

  expect(await confirmRefusal(db, testKeys, coordinator, copy.code, {}, now)).toMatchObject({ value: { state: "TU_CHOI" } });
  expect((await told(copy.id)).at(-1)).toMatchObject({ template: "case_refused", data: { reason: "R05", text } });
  expect((await told(lead.id)).at(-1)).toEqual({ template: "case_joined", data: { code: lead.code } });
  expect(await undoLink(db, intake, copy.code, (await listLinks(db, intake, copy.code))[0]?.id ?? "", now)).toMatchObject({
    code: "case.wrong_state",
  });
});

test("when the answer to the lead case is public, the sender of its duplicate is told where it stands", async ({ db }) => {
  const { intake, coordinator, make } = await world(db);
  const lead = await make({ state: "DA_TRA_LOI" });
  const copy = await make({ email: "hai@example.vn" });
  await markDuplicate(db, intake, copy.code, { lead: lead.code, text }, now);
  await confirmRefusal(db, testKeys, coordinator, copy.code, {}, now);
  const published = await publishCase(db, testKeys, coordinator, lead.code, { acceptPersonalData: true }, new Date("2026-11-24T03:00:00Z"));
  expect(published).toMatchObject({ ok: true });
  const mails = await db.select({ template: messages.template, data: messages.data }).from(messages).where(eq(messages.caseId, copy.id));
  expect(mails).toContainEqual({ template: "case_lead_published", data: { code: copy.code, lead: lead.code } });
});

test("when the answer to the lead case is withheld, the sender of its duplicate hears the day and nothing of the other case", async ({ db }) => {
  const { intake, coordinator, approver, make } = await world(db);
  const lead = await make({ state: "DA_TRA_LOI" });
  const copies = [await make({ email: "hai@example.vn" }), await make({ email: "ba@example.vn" })];
  const refuseAsDuplicate = async (code: string) => {
    await markDuplicate(db, intake, code, { lead: lead.code, text }, now);
    expect(await confirmRefusal(db, testKeys, coordinator, code, {}, now)).toMatchObject({ ok: true });
  };
  await refuseAsDuplicate(copies[0]?.code ?? "");
  expect(await withholdCase(db, testKeys, approver, lead.code, { reason: "private_life" }, now)).toMatchObject({ ok: true });
  // Joined after the answer was given: told at once.
  await refuseAsDuplicate(copies[1]?.code ?? "");

  const answeredAt = (await db.select().from(cases).where(eq(cases.id, lead.id)))[0]?.answeredAt;
  for (const { id, code } of copies) {
    const mails = await db.select({ template: messages.template, data: messages.data }).from(messages).where(eq(messages.caseId, id));
    const told = mails.filter(({ template }) => template.startsWith("case_lead"));
    expect(told).toEqual([{ template: "case_lead_withheld", data: { code, answeredOn: civilDay(answeredAt ?? now) } }]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${lead.code}|private_life`));
  }
});

test("a refusal as duplicate that is declined, or overtaken, takes its link with it", async ({ db }) => {
  const { intake, coordinator, make } = await world(db);
  const lead = await make({});
  const [declined, overtaken, again] = [await make({ email: "hai@example.vn" }), await make({ email: "ba@example.vn" }), await make({})];
  const following = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]?.duplicateOfId;
  const acts = async (id: string) =>
    (await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.seq)).map(({ act }) => act);

  await markDuplicate(db, intake, declined.code, { lead: lead.code, text }, now);
  expect(await following(declined.id)).toBe(lead.id);
  const comment = "Hai việc khác nhau, một ở cổng trường, một ở trong ngõ";
  expect(await declineRefusal(db, coordinator, declined.code, { comment }, now)).toMatchObject({ ok: true, value: { state: "MOI" } });
  expect(await following(declined.id)).toBeNull();
  expect(await listLinks(db, intake, lead.code)).toEqual([]);
  expect((await acts(declined.id)).slice(-2)).toEqual(["case.unlinked", "case.decline_refusal"]);
  const [link] = await db.select().from(caseLinks).where(eq(caseLinks.caseId, declined.id));
  expect(link).toMatchObject({ undoneById: coordinator.id, undoneAt: now });
  // It follows nobody, so others may follow it again.
  expect(await markDuplicate(db, intake, again.code, { lead: declined.code, text }, now)).toMatchObject({ ok: true });

  await markDuplicate(db, intake, overtaken.code, { lead: lead.code, text }, now);
  expect(await acceptCase(db, testKeys, intake, overtaken.code, { kind: "phan_anh_kien_nghi", field: "xay-dung" }, now)).toMatchObject({ ok: true });
  expect(await following(overtaken.id)).toBeNull();
  expect(await listLinks(db, intake, overtaken.code)).toEqual([]);
  expect(await acts(overtaken.id)).toContain("case.unlinked");
});

test("what was linked by mistake is taken back, and the refusal proposed for it with it", async ({ db }) => {
  const { intake, coordinator, handler, make } = await world(db);
  const [lead, copy, third] = [await make({}), await make({ email: "hai@example.vn" }), await make({ email: "ba@example.vn" })];
  await markDuplicate(db, intake, copy.code, { lead: lead.code, text }, now);
  expect(await markDuplicate(db, intake, copy.code, { lead: third.code, text }, now)).toMatchObject({ code: "proposal.waiting" });
  expect(await markDuplicate(db, intake, lead.code, { lead: third.code, text }, now)).toMatchObject({ code: "case.leads_duplicates" });
  expect(await markDuplicate(db, intake, third.code, { lead: copy.code, text }, now)).toMatchObject({ code: "case.unknown_duplicate" });

  const link = (await listLinks(db, intake, lead.code))[0];
  expect(link).toMatchObject({ kind: "duplicate", code: copy.code, leads: true });
  expect(await undoLink(db, handler, lead.code, link?.id ?? "", now)).toMatchObject({ code: "case.not_yours" });
  expect(await undoLink(db, intake, lead.code, link?.id ?? "", now)).toEqual({ ok: true, value: { kind: "duplicate" } });
  expect(await confirmRefusal(db, testKeys, coordinator, copy.code, {}, now)).toMatchObject({ code: "proposal.none" });
  expect((await db.select({ of: cases.duplicateOfId }).from(cases)).every(({ of }) => of === null)).toBe(true);

  expect(await linkCases(db, intake, copy.code, lead.code, now)).toMatchObject({ ok: true });
  expect(await linkCases(db, intake, copy.code, lead.code, now)).toMatchObject({ ok: true });
  expect(await listLinks(db, intake, lead.code)).toMatchObject([{ kind: "related", code: copy.code, leads: false }]);
  expect(await linkCases(db, intake, copy.code, copy.code, now)).toMatchObject({ code: "case.unknown_duplicate" });
});

test("of two cases marked as each other’s duplicate at once, one goes on", async () => {
  const { db, client } = await cloneDatabase();
  const { intake, make } = await world(db);
  const [one, two] = [await make({}), await make({ email: "hai@example.vn" })];
  const both = await Promise.all([
    markDuplicate(db, intake, one.code, { lead: two.code, text }, now),
    markDuplicate(db, intake, two.code, { lead: one.code, text }, now),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.$count(caseLinks)).toBe(1);
  await client.end();
});
