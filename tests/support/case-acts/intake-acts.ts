import * as feedback from "#app/domain/feedback/index.server.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { must } from "#db/seed/factories/walk-case.ts";
import { testKeys } from "../keys.ts";
import { inTime, type OfficeCaseAct, reason } from "./case-act.ts";

const official = { actor: "official", who: "intake" } as const;
const part = { kind: "gop_y" as const, subject: "Một việc", body: "Phần của hồ sơ" };

/** Transitions of those who receive, and of the Văn phòng that confirms. */
export const intakeActs = {
  request_supplement: {
    ...official,
    from: "MOI",
    call: (db, by, { code }, what, now) => feedback.requestSupplement(db, testKeys, by, code, { request: reason, ...what }, now),
  },
  propose_supplement: {
    ...official,
    from: "DA_BO_SUNG",
    call: (db, by, { code }, what, now) => feedback.proposeSupplement(db, by, code, { request: reason, ...what }, now),
  },
  approve_supplement: {
    ...official,
    who: "coordinator",
    from: "DA_BO_SUNG",
    prepare: async (db, made) =>
      must("propose", await feedback.proposeSupplement(db, made.people.intake, made.code, { request: reason }, earlier)).state,
    call: (db, by, { code }, what, now) => feedback.approveSupplement(db, testKeys, by, code, what, now),
  },
  decline_supplement: {
    ...official,
    who: "coordinator",
    from: "DA_BO_SUNG",
    prepare: async (db, made) =>
      must("propose", await feedback.proposeSupplement(db, made.people.intake, made.code, { request: reason }, earlier)).state,
    call: (db, by, { code }, what, now) => feedback.declineSupplement(db, by, code, { comment: reason, ...what }, now),
  },
  propose_refusal: {
    ...official,
    from: "MOI",
    call: (db, by, { code }, what, now) => feedback.proposeRefusal(db, by, code, { reason: "R05", text: reason, ...what }, now),
  },
  refuse: {
    ...official,
    who: "coordinator",
    from: "MOI",
    prepare: async (db, made) => must("propose", await proposeRefusal(db, made)).state,
    call: (db, by, { code }, what, now) => feedback.confirmRefusal(db, testKeys, by, code, what, now),
  },
  decline_refusal: {
    ...official,
    who: "coordinator",
    from: "MOI",
    prepare: async (db, made) => must("propose", await proposeRefusal(db, made)).state,
    call: (db, by, { code }, what, now) => feedback.declineRefusal(db, by, code, { comment: reason, ...what }, now),
  },
  hand_over: {
    ...official,
    from: "MOI",
    call: (db, by, { code }, what, now) => feedback.handOverCase(db, testKeys, by, code, { kind: "complaint", ...what }, now),
  },
  split: {
    ...official,
    from: "MOI",
    call: (db, by, { code }, what, now) => feedback.splitCase(db, testKeys, by, code, { parts: [part, part], ...what }, now),
  },
  accept: {
    ...official,
    from: "MOI",
    call: (db, by, { code }, what, now) => feedback.acceptCase(db, testKeys, by, code, { kind: "hoi_dap", field: "khac", ...what }, now),
  },
  name_officials: {
    ...official,
    from: "MOI",
    prepare: async (db) => (await makeOfficial(db)).id,
    call: (db, by, { code }, what, now, given) => feedback.nameOfficials(db, by, code, { officialIds: [given], ...what }, now),
  },
} as const satisfies Record<string, OfficeCaseAct>;

const earlier = new Date("2026-11-16T03:00:00Z");
const proposeRefusal = (db: Parameters<OfficeCaseAct["call"]>[0], made: Parameters<OfficeCaseAct["call"]>[2]) =>
  feedback.proposeRefusal(db, made.people.intake, made.code, { reason: "R05", text: reason }, inTime);
