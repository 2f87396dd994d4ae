import { eq, sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { messages } from "#db/schema/index.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { assignCase, publishCase } from "../feedback/index.server.ts";
import { deliver, maxAttempts } from "./index.server.ts";

const now = new Date("2026-11-17T03:00:00Z");

test("each step of a case tells its sender, in the sender's language, with its job", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", language: "en", thread: [{ from: "official", body: "Hello" }] });
  const rows = await db.select().from(messages).where(eq(messages.caseId, made.id)).orderBy(messages.createdAt);
  expect(rows.map((row) => row.template)).toEqual([
    "case_received",
    "case_accepted",
    "case_assigned",
    "case_in_progress",
    "case_message",
    "case_answered",
    "case_published",
  ]);
  expect(new Set(rows.map((row) => row.language))).toEqual(new Set(["en"]));
  const jobs = await db.execute<{ data: { messageId: string } }>(sql`select data from pgboss.job where name = 'deliver-message'`);
  expect([...jobs].map((job) => job.data.messageId).sort()).toEqual(rows.map((row) => row.id).sort());
});

test("an act that is refused leaves neither mail nor job", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_TRA_LOI", reply: { publicAnswer: "Gọi 0912 345 678." } });
  const count = async () => [(await db.select().from(messages)).length, [...(await db.execute(sql`select 1 from pgboss.job`))].length];
  const before = await count();
  expect((await publishCase(db, testKeys, made.people.coordinator, made.code, {}, now)).ok).toBe(false);
  expect((await assignCase(db, testKeys, made.people.coordinator, made.code, { unitId: made.unit.id }, now)).ok).toBe(false);
  expect(await count()).toEqual(before);
});

test("the address is sealed to its message and cannot be moved to another", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN", draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const mails = await db.select().from(messages).where(eq(messages.caseId, made.id));
  const [one, other] = [first(mails), first(mails.slice(1))];
  expect(testKeys.unseal(one.sealedAddress, `message:${one.id}`)).toBe("nguoi.gui@example.vn");
  expect(() => testKeys.unseal(one.sealedAddress, `message:${other.id}`)).toThrow();
});

test("a mail that the portal itself fails on is put off longer and longer, and given up in the end", async ({ db }) => {
  const made = await makeCase(db, testKeys, { draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const read = async () => first(await db.select().from(messages).where(eq(messages.caseId, made.id)));
  const { id } = await read();
  const broken = () => Promise.reject(new Error("a template is broken"));
  let at = now;
  for (let attempt = 1; attempt < maxAttempts; attempt++) {
    await expect(deliver(db, testKeys, id, broken, at)).rejects.toThrow("a template is broken");
    const row = await read();
    expect(row).toMatchObject({ state: "deferred", attempts: attempt, reason: null });
    at = row.nextTryAt ?? at;
  }
  await expect(deliver(db, testKeys, id, broken, at)).rejects.toThrow("a template is broken");
  expect(await read()).toMatchObject({ state: "failed", reason: "too_late", nextTryAt: null });
});
