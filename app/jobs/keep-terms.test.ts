import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import {
  assignments,
  attachments,
  auditEvents,
  caseIdentities,
  caseMessages,
  cases,
  idempotencyKeys,
  messages,
  keptForms,
  replies,
  sessions,
  slips,
} from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findCaseByReceipt, prepareUpload } from "#app/domain/feedback/index.server.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { findSlip, issueSlips } from "#app/domain/surveys/index.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { breakRows, literal } from "#tests/support/break-rows.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { phonePhoto } from "#tests/support/pictures.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { keepTerms } from "./keep-terms.server.ts";

function nightOf(db: Db, day: string, files = memoryFiles()) {
  return keepTerms({ db, files: { ...files, read: async () => undefined }, log: openLog("silent"), now: () => new Date(`${day}T20:20:00Z`) });
}

const runs = (db: Db) => db.select().from(auditEvents).where(eq(auditEvents.act, "portal.terms_kept")).orderBy(asc(auditEvents.seq));
const erasures = (db: Db) => db.select().from(auditEvents).where(eq(auditEvents.act, "case.erase"));

/** A photo of a case, as it was stored. */
async function photoOf(files: ReturnType<typeof memoryFiles>, db: Db, caseId: string, storageKey: string, publicKey: string | null = null) {
  await files.put(storageKey, Buffer.from("photo"), "image/jpeg");
  await db.insert(attachments).values({ caseId, fileName: "nha-toi.jpg", mime: "image/jpeg", bytes: 5, sha256: "", storageKey, publicKey });
}

/** A case closed on this day of Vietnam’s calendar. */
async function closedOn(db: Db, day: string) {
  const made = await makeCase(db, testKeys, { state: "DA_TRA_LOI" });
  await db
    .update(cases)
    .set({ closedAt: new Date(`${day}T02:00:00Z`) })
    .where(eq(cases.id, made.id));
  return made;
}
const isErased = async (db: Db, id: string) => first(await db.select().from(cases).where(eq(cases.id, id))).body === "";

test("ten years after it was closed a case loses its sender and every word, and what was published stays", async ({ db }) => {
  const files = memoryFiles();
  const photo = await prepareUpload((await phonePhoto()).buffer, "nha-toi.jpg");
  const made = await makeCase(db, testKeys, {
    state: "DA_CONG_KHAI",
    files,
    photos: photo.ok ? [photo.value] : [],
    thread: [{ from: "sender", body: "Nhà tôi ở cuối thôn." }],
    draft: { contact: { email: "nguoi.gui@example.vn" } },
  });
  const open = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  await db
    .update(cases)
    .set({ closedAt: new Date("2026-12-20T02:00:00Z") })
    .where(eq(cases.id, made.id));
  expect(files.kept.size).toBe(1);

  await nightOf(db, "2036-12-18", files);
  expect(await findCaseByReceipt(db, made.code, made.receiptKey, "2036-12-20")).toBeDefined();
  await nightOf(db, "2036-12-20", files);
  const [left] = await db.select().from(cases).where(eq(cases.id, made.id));
  expect(left).toMatchObject({ code: made.code, state: "DA_CONG_KHAI", subject: "", body: "", searchText: "", ratingComment: null });
  for (const table of [caseIdentities, caseMessages, messages, replies, attachments]) {
    expect(await db.select().from(table).where(eq(table.caseId, made.id))).toEqual([]);
  }
  expect(
    await db
      .select()
      .from(assignments)
      .where(and(eq(assignments.caseId, made.id), isNotNull(assignments.note))),
  ).toEqual([]);
  expect(files.kept.size).toBe(0);
  expect(await findCaseByReceipt(db, made.code, made.receiptKey, "2036-12-21")).toBeUndefined();
  expect(await findPublic(db, "case", made.code)).toBeDefined();
  expect((await db.select().from(cases).where(eq(cases.id, open.id)))[0]?.body).not.toBe("");
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "case.erase"))).toMatchObject([{ actor: "portal", subjectId: made.id }]);

  const before = (await erasures(db)).length;
  await nightOf(db, "2036-12-21", files);
  expect(await erasures(db)).toHaveLength(before);
});

test("on 29 February terms are kept as on any day", async ({ db }) => {
  const [over, not] = [await closedOn(db, "2018-02-27"), await closedOn(db, "2018-02-28")];
  // 03:20 in Vietnam.
  await nightOf(db, "2028-02-28");
  expect([await isErased(db, over.id), await isErased(db, not.id)]).toEqual([true, false]);
});

test("a case that cannot be erased keeps no other one from it, and is told of", async ({ db }) => {
  const [early, broken, late] = [await closedOn(db, "2026-01-01"), await closedOn(db, "2026-01-02"), await closedOn(db, "2026-01-03")];
  await breakRows(db, "cases", sql`new.id = ${literal(broken.id)}`);
  await expect(nightOf(db, "2036-12-20")).rejects.toThrow(/update "cases"/);
  expect([await isErased(db, early.id), await isErased(db, broken.id), await isErased(db, late.id)]).toEqual([true, false, true]);
  expect((await erasures(db)).map(({ subjectId }) => subjectId)).toEqual([early.id, late.id]);
});

test("a store of files that is away keeps no words, and its files go when it is back", async ({ db }) => {
  const files = memoryFiles();
  const made = await closedOn(db, "2026-01-01");
  await photoOf(files, db, made.id, "cases/one.jpg");
  await photoOf(files, db, made.id, "cases/two.jpg");
  const away = { ...files, remove: (key: string) => (key.includes("one") ? Promise.reject(new Error("the store is away")) : files.remove(key)) };
  await expect(nightOf(db, "2036-12-20", away)).rejects.toThrow("the store is away");
  expect([await isErased(db, made.id), [...files.kept.keys()]]).toEqual([true, ["cases/one.jpg"]]);
  expect(await db.select().from(attachments)).toMatchObject([{ storageKey: "cases/one.jpg", fileName: "" }]);
  // As after a crash between: the row says what is left.
  await nightOf(db, "2036-12-21", files);
  expect([files.kept.size, await db.$count(attachments)]).toEqual([0, 0]);
});

test("a photo that parts of a split case share stays until the last of them is erased, or while it is public", async ({ db }) => {
  const files = memoryFiles();
  const [whole, part, shown] = [await closedOn(db, "2026-01-01"), await closedOn(db, "2026-03-01"), await closedOn(db, "2026-01-01")];
  for (const { id } of [whole, part]) await photoOf(files, db, id, "cases/shared.jpg");
  await photoOf(files, db, whole.id, "cases/shown.jpg");
  await photoOf(files, db, shown.id, "cases/shown.jpg", "shown.jpg");
  await nightOf(db, "2036-02-01", files);
  expect([...files.kept.keys()]).toEqual(["cases/shared.jpg", "cases/shown.jpg"]);
  expect(new Set((await db.select().from(attachments)).map(({ caseId }) => caseId))).toEqual(new Set([part.id, shown.id]));
  await nightOf(db, "2036-04-01", files);
  expect([...files.kept.keys()]).toEqual(["cases/shown.jpg"]);
});

test("one term that fails keeps no other: codes stay, sessions go, and the error is told at the end", async ({ db }) => {
  const { code } = await slipsOf(db, 1);
  const official = await makeOfficial(db, { roles: ["intake"] });
  const long = new Date("2026-11-20T02:00:00Z");
  await db.insert(sessions).values({ tokenHash: "long ended", officialId: official.id, lastSeenAt: long, expiresAt: long });
  await breakRows(db, "slips");
  await expect(nightOf(db, "2027-02-28")).rejects.toThrow(/update "slips"/);
  expect(await findSlip(db, code, "2027-03-01")).toBeDefined();
  expect(await db.$count(sessions)).toBe(0);
  expect((await runs(db)).map(({ data }) => data)).toContainEqual({ sessions: 1 });
});

test("what is due goes in one night though it takes several transactions, each with its event last", async () => {
  const { db, client } = await cloneDatabase(2);
  await client`insert into idempotency_keys (key_hash, body_hash, answer, created_at)
    select 'k' || n, '', '{}', '2026-11-01' from generate_series(1, 11000) n`;
  await nightOf(db, "2026-11-20");
  expect(await db.$count(idempotencyKeys)).toBe(0);
  expect((await runs(db)).map(({ data }) => data)).toEqual([{ keys: 5000 }, { keys: 5000 }, { keys: 1000 }]);
  expect(await client`select distinct xmin::text from audit_events`).toHaveLength(3);
  await client.end();
});

/** Slips of a round whose last day is 30 November, and the code of one. */
async function slipsOf(db: Db, count: number) {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const round = await makeRound(db, { units: [unit], authority, opensOn: "2026-11-01", closesOn: "2026-11-30", modes: ["desk_slip"] });
  const desk = await makeOfficial(db, { roles: ["one_stop"], unit });
  const batch = { round: round.slug, unit: unit.slug, procedure: undefined, occasion: "result", count, validDays: 60 } as const;
  const issued = await issueSlips(db, desk, batch, new Date("2026-11-20T02:00:00Z"));
  return { round, code: first(issued.ok ? issued.value.codes : []) };
}

test("ninety days after a round ended its slips have no code, and can still be counted", async ({ db }) => {
  const { round, code } = await slipsOf(db, 3);
  await nightOf(db, "2027-02-27");
  expect(await findSlip(db, code, "2027-02-28")).toMatchObject({ round: round.slug });
  await nightOf(db, "2027-02-28");
  expect(await findSlip(db, code, "2027-03-01")).toBeUndefined();
  expect(await db.select().from(slips)).toMatchObject([{ issuedById: null }, { issuedById: null }, { issuedById: null }]);
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "slips.codes_erased"))).toMatchObject([{ data: { count: 3 } }]);
});

test("sessions and keys that serve nothing any more go, and an event counts what went", async ({ db }) => {
  const official = await makeOfficial(db, { roles: ["intake"] });
  const at = (iso: string) => new Date(iso);
  const session = (tokenHash: string, lastSeenAt: Date, expiresAt: Date) => ({ tokenHash, officialId: official.id, lastSeenAt, expiresAt });
  await db.insert(sessions).values([
    session("long ended", at("2026-11-20T06:00:00Z"), at("2026-11-20T08:10:00Z")),
    // Opens nothing, and still says whose a form is that comes too late.
    session("ended", at("2026-11-20T08:00:00Z"), at("2026-11-20T09:00:00Z")),
    session("working", at("2026-11-20T20:15:00Z"), at("2026-11-21T02:00:00Z")),
  ]);
  const keptForm = (createdAt: Date) => ({ officialId: official.id, sealedForm: Buffer.from("sealed"), keyId: "k", createdAt });
  await db.insert(keptForms).values([keptForm(at("2026-11-20T08:00:00Z")), keptForm(at("2026-11-20T09:00:00Z"))]);
  const key = (keyHash: string, createdAt: Date) => ({ keyHash, bodyHash: "", answer: {}, createdAt });
  await db.insert(idempotencyKeys).values([key("old", at("2026-11-13T20:00:00Z")), key("young", at("2026-11-13T21:00:00Z"))]);

  await nightOf(db, "2026-11-20");
  expect((await db.select().from(sessions)).map(({ tokenHash }) => tokenHash)).toEqual(["ended", "working"]);
  expect(await db.$count(keptForms)).toBe(1);
  expect((await db.select().from(idempotencyKeys)).map(({ keyHash }) => keyHash)).toEqual(["young"]);
  expect((await runs(db)).map(({ actor, data }) => [actor, data])).toEqual([
    ["portal", { sessions: 1 }],
    ["portal", { forms: 1 }],
    ["portal", { keys: 1 }],
  ]);
});
