import { and, eq, isNotNull } from "drizzle-orm";
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
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { phonePhoto } from "#tests/support/pictures.ts";
import { expect, test } from "#tests/support/test.ts";
import { keepTerms } from "./keep-terms.server.ts";

function nightOf(db: Db, day: string, files = memoryFiles()) {
  return keepTerms({ db, files: { ...files, read: async () => undefined }, log: openLog("silent"), now: () => new Date(`${day}T20:20:00Z`) });
}

const runs = (db: Db) => db.select().from(auditEvents).where(eq(auditEvents.act, "portal.terms_kept"));

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

  const before = (await runs(db)).length;
  await nightOf(db, "2036-12-21", files);
  expect(await runs(db)).toHaveLength(before);
});

test("ninety days after a round ended its slips have no code, and can still be counted", async ({ db }) => {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const round = await makeRound(db, { units: [unit], authority, opensOn: "2026-11-01", closesOn: "2026-11-30", modes: ["desk_slip"] });
  const desk = await makeOfficial(db, { roles: ["one_stop"], unit });
  const batch = { round: round.slug, unit: unit.slug, procedure: undefined, occasion: "result", count: 3, validDays: 60 } as const;
  const issued = await issueSlips(db, desk, batch, new Date("2026-11-20T02:00:00Z"));
  const code = first(issued.ok ? issued.value.codes : []);

  await nightOf(db, "2027-02-27");
  expect(await findSlip(db, code, "2027-02-28")).toMatchObject({ round: round.slug });
  await nightOf(db, "2027-02-28");
  expect(await findSlip(db, code, "2027-03-01")).toBeUndefined();
  expect(await db.select().from(slips)).toMatchObject([{ issuedById: null }, { issuedById: null }, { issuedById: null }]);
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "slips.codes_erased"))).toMatchObject([{ data: { count: 3 } }]);
});

test("sessions and keys that serve nothing any more go, and one event counts what went", async ({ db }) => {
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
  expect(await runs(db)).toMatchObject([{ actor: "portal", data: { cases: 0, slips: 0, sessions: 1, forms: 1, keys: 1, imports: 0 } }]);
});
