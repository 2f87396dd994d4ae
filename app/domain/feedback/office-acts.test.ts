import { eq } from "drizzle-orm";
import { makeCase, type MadeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, cases, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import type { Official } from "../people/official.ts";
import * as feedback from "./index.server.ts";
import { transitionOf } from "./transitions.ts";
import type { CaseState, OfficeAct } from "./vocabulary.ts";

type Call = (db: Db, by: Official, made: MadeCase, what: { revision?: number }, now: Date) => Promise<{ ok: boolean; code?: string }>;
type Person = keyof MadeCase["people"];
const reason = "Lý do đủ dài để ghi lại.";

/** Each act: a state it is done from, who does it, and how it is called. */
const acts: Partial<Record<OfficeAct, { from: CaseState; who: Person; call: Call }>> = {
  request_supplement: {
    from: "MOI",
    who: "intake",
    call: (db, by, { code }, what, now) => feedback.requestSupplement(db, testKeys, by, code, { request: reason, ...what }, now),
  },
  refuse: {
    from: "MOI",
    who: "intake",
    call: (db, by, { code }, what, now) => feedback.refuseCase(db, testKeys, by, code, { reason: "R05", text: reason, ...what }, now),
  },
  hand_over: {
    from: "MOI",
    who: "intake",
    call: (db, by, { code }, what, now) => feedback.handOverCase(db, testKeys, by, code, { kind: "complaint", ...what }, now),
  },
  split: {
    from: "MOI",
    who: "intake",
    call: (db, by, { code }, what, now) => {
      const part = { kind: "gop_y" as const, subject: "Một việc", body: "Phần của hồ sơ" };
      return feedback.splitCase(db, testKeys, by, code, { parts: [part, part], ...what }, now);
    },
  },
  accept: {
    from: "MOI",
    who: "intake",
    call: (db, by, { code }, what, now) => feedback.acceptCase(db, testKeys, by, code, { kind: "hoi_dap", field: "khac", ...what }, now),
  },
  assign: {
    from: "DA_TIEP_NHAN",
    who: "coordinator",
    call: (db, by, { code, unit }, what, now) => feedback.assignCase(db, testKeys, by, code, { unitId: unit.id, ...what }, now),
  },
  name_handler: {
    from: "DA_PHAN_CONG",
    who: "head",
    call: (db, by, { code, people }, what, now) => feedback.nameHandler(db, by, code, { handlerId: people.handler.id, ...what }, now),
  },
  bounce: { from: "DA_PHAN_CONG", who: "head", call: (db, by, { code }, what, now) => feedback.bounceCase(db, by, code, { reason, ...what }, now) },
  take_up: { from: "DA_PHAN_CONG", who: "handler", call: (db, by, { code }, what, now) => feedback.takeUpCase(db, testKeys, by, code, what, now) },
  transfer: {
    from: "DA_TIEP_NHAN",
    who: "coordinator",
    call: (db, by, { code }, what, now) => feedback.transferCase(db, testKeys, by, code, { body: "Sở mẫu", letter: "1/CV", ...what }, now),
  },
  extend: {
    from: "DANG_XU_LY",
    who: "approver",
    call: (db, by, { code }, what, now) => feedback.extendCase(db, testKeys, by, code, { to: "2026-11-18", reason, ...what }, now),
  },
  write_to_sender: {
    from: "DANG_XU_LY",
    who: "handler",
    call: (db, by, { code }, what, now) => feedback.writeToSender(db, testKeys, by, code, { body: reason, ...what }, now),
  },
  resume: { from: "TIEP_TUC_TAP_HOP", who: "head", call: (db, by, { code }, what, now) => feedback.resumeCase(db, testKeys, by, code, what, now) },
  return_reply: {
    from: "CHO_DUYET",
    who: "approver",
    call: (db, by, { code }, what, now) => feedback.returnReply(db, by, code, { comment: reason, ...what }, now),
  },
  approve_reply: {
    from: "CHO_DUYET",
    who: "approver",
    call: (db, by, { code }, what, now) => feedback.approveReply(db, testKeys, by, code, what, now),
  },
  publish: { from: "DA_TRA_LOI", who: "coordinator", call: (db, by, { code }, what, now) => feedback.publishCase(db, testKeys, by, code, what, now) },
  withhold: {
    from: "DA_TRA_LOI",
    who: "approver",
    call: (db, by, { code }, what, now) => feedback.withholdCase(db, testKeys, by, code, { reason: "private_life", ...what }, now),
  },
  reopen_for_sender: {
    from: "DA_CONG_KHAI",
    who: "coordinator",
    call: (db, by, { code }, what, now) => feedback.reopenForSender(db, testKeys, by, code, { reason, ...what }, now),
  },
  hide: {
    from: "DA_CONG_KHAI",
    who: "coordinator",
    call: (db, by, { code }, what, now) => feedback.hideCase(db, by, code, { reason, ...what }, now),
  },
};
const table = Object.entries(acts) as [OfficeAct, NonNullable<(typeof acts)[OfficeAct]>][];
const later = new Date("2026-11-17T03:00:00Z");
const soon = new Date("2026-11-12T03:00:00Z");
const whenOf = (act: OfficeAct) => (act === "extend" ? soon : later);
const today = "2026-11-17";

const rowOf = async (db: Db, { id }: { id: string }) => first(await db.select().from(cases).where(eq(cases.id, id)));
const tracesOf = async (db: Db) => (await db.select().from(auditEvents)).length;

test.for(table)("%s: the right person does it once, and it leaves its trace", async ([act, { from, who, call }], { db }) => {
  const made = await makeCase(db, testKeys, { state: from });
  const before = await rowOf(db, made);
  const office = await feedback.findCaseForOfficial(db, made.people[who], made.code, today);
  expect(office?.mayDo).toContain(act);

  expect(await call(db, made.people[who], made, { revision: before.revision }, whenOf(act))).toMatchObject({ ok: true });
  const after = await rowOf(db, made);
  expect(after.state).toBe(transitionOf(act as "accept").to ?? from);
  expect(after.revision).toBe(before.revision + 1);
  const traces = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
  expect(traces.at(-1)).toMatchObject({ act: `case.${act}`, officialId: made.people[who].id, actor: "official" });
});

test.for(table)("%s: refused without the right, and nothing is written", async ([act, { from, call }], { db }) => {
  const made = await makeCase(db, testKeys, { state: from });
  const before = await rowOf(db, made);
  const traces = await tracesOf(db);
  for (const role of ["admin", "editor", "auditor"] as const) {
    const stranger = await makeOfficial(db, { roles: [role] });
    expect(await call(db, stranger, made, {}, whenOf(act))).toEqual({ ok: false, code: "case.not_yours" });
    expect((await feedback.findCaseForOfficial(db, stranger, made.code, today))?.mayDo ?? []).not.toContain(act);
  }
  expect(await rowOf(db, made)).toEqual(before);
  expect(await tracesOf(db)).toBe(traces);
});

test.for(table)("%s: refused outside the official's unit", async ([act, { from, who, call }], { db }) => {
  const authority = await makeUnit(db);
  const made = await makeCase(db, testKeys, { state: from, draft: { unit: authority.slug }, unit: authority });
  const roles = made.people[who].grants.map((grant) => grant.role);
  const elsewhere = await makeOfficial(db, { roles, unit: await makeUnit(db) });
  const before = await rowOf(db, made);
  expect(await call(db, elsewhere, made, {}, whenOf(act))).toEqual({ ok: false, code: "case.not_found" });
  expect(await feedback.findCaseForOfficial(db, elsewhere, made.code, today)).toBeUndefined();
  expect(await rowOf(db, made)).toEqual(before);
});

test.for(table)("%s: refused from any other state", async ([act, { who, call }], { db }) => {
  const allowed = transitionOf(act as "accept").from;
  const wrong = first((["DANG_XU_LY", "DA_TRA_LOI", "DONG", "TU_CHOI"] as const).filter((state) => !allowed.includes(state)));
  const made = await makeCase(db, testKeys, { state: wrong });
  const sent = (await db.select().from(messages)).length;
  expect(await call(db, made.people[who], made, {}, whenOf(act))).toMatchObject({ ok: false, code: "case.wrong_state" });
  expect((await feedback.findCaseForOfficial(db, made.people[who], made.code, today))?.mayDo ?? []).not.toContain(act);
  expect((await db.select().from(messages)).length).toBe(sent);
});

test.for(table)("%s: refused when somebody was faster", async ([act, { from, who, call }], { db }) => {
  const made = await makeCase(db, testKeys, { state: from });
  const { revision } = await rowOf(db, made);
  expect(await call(db, made.people[who], made, { revision: revision - 1 }, whenOf(act))).toEqual({ ok: false, code: "case.changed_meanwhile" });
});

test.for(table)("%s: nobody reaches a case that left for the confidential procedure", async ([act, { who, call }], { db }) => {
  const made = await makeCase(db, testKeys, { state: "CHUYEN_MAT" });
  expect(await call(db, made.people[who], made, {}, whenOf(act))).toEqual({ ok: false, code: "case.not_found" });
});

test("a unit's people do not read what names their unit before it was given to them", async ({ db }) => {
  const unit = await makeUnit(db);
  const made = await makeCase(db, testKeys, { state: "MOI", draft: { unit: unit.slug }, unit });
  expect(await feedback.findCaseForOfficial(db, made.people.handler, made.code, today)).toBeUndefined();
  expect(await feedback.findCaseForOfficial(db, made.people.head, made.code, today)).toBeUndefined();
  expect(await feedback.findCaseForOfficial(db, made.people.intake, made.code, today)).toBeDefined();
});

test("whoever handles a case cannot extend or approve it, even with the right to", async ({ db }) => {
  const unit = await makeUnit(db);
  const both = await makeOfficial(db, { roles: ["handler", "approver"], unit });
  const people = { ...(await makeCase(db, testKeys, { unit })).people, handler: both };
  const running = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit, people });
  expect(await feedback.extendCase(db, testKeys, both, running.code, { to: "2026-11-18", reason }, soon)).toEqual({
    ok: false,
    code: "case.four_eyes",
  });
  const waiting = await makeCase(db, testKeys, { state: "CHO_DUYET", unit, people });
  expect(await feedback.approveReply(db, testKeys, both, waiting.code, {}, later)).toEqual({ ok: false, code: "case.four_eyes" });
  expect((await feedback.findCaseForOfficial(db, both, waiting.code, today))?.mayDo).not.toContain("approve_reply");
});

test("a coordinator names the unit as it is called that day, and the case keeps that name", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_PHAN_CONG" });
  const office = await feedback.findCaseForOfficial(db, made.people.coordinator, made.code, today);
  const row = await rowOf(db, made);
  expect(office?.unit?.nameVi).toMatch(/^Đơn vị/);
  expect(office?.assignments).toMatchObject([{ to: office?.unit, bouncedAt: null }]);
  expect(row.unitVersionId).not.toBeNull();
});
