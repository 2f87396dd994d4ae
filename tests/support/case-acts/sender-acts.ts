import * as feedback from "#app/domain/feedback/index.server.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { testKeys } from "../keys.ts";
import { memoryFiles } from "../memory-files.ts";
import { type PortalCaseAct, reason, type SenderCaseAct } from "./case-act.ts";

/** Transitions of the sender, by receipt. Sending itself has no case to start from: it is proved apart. */
export const senderActs = {
  supplement: {
    actor: "sender",
    from: "CHO_BO_SUNG",
    call: (db, receipt, now) => feedback.addSupplement(db, memoryFiles(), receipt, { body: reason }, now),
  },
  write: { actor: "sender", from: "MOI", repeatable: true, call: (db, receipt, now) => feedback.writeAsSender(db, receipt, { body: reason }, now) },
  rate: {
    actor: "sender",
    from: "DA_CONG_KHAI",
    call: (db, receipt, now) => feedback.rateAnswer(db, receipt, { stars: 4, comment: undefined }, now),
  },
  reopen: {
    actor: "sender",
    from: "KHONG_CONG_KHAI",
    call: (db, receipt, now) => feedback.reopenCase(db, testKeys, receipt, { reason, newFacts: true }, now),
  },
  appeal: {
    actor: "sender",
    from: "DA_CONG_KHAI",
    at: new Date("2026-11-19T03:00:00Z"),
    wish: async (db) => ({ unit: await makeUnit(db, { parent: await makeUnit(db) }), rating: { stars: 1 } }),
    call: (db, receipt, now) => feedback.appealAnswer(db, testKeys, receipt, { reason }, now),
  },
  withdraw: { actor: "sender", from: "MOI", call: (db, receipt, now) => feedback.withdrawCase(db, testKeys, receipt, now) },
} as const satisfies Record<string, SenderCaseAct>;

/** What the portal does by itself as days pass. */
export const portalActs = {
  let_supplement_lapse: {
    actor: "portal",
    from: "CHO_BO_SUNG",
    tooEarly: new Date("2026-11-20T16:00:00Z"),
    at: new Date("2026-11-20T17:30:00Z"),
    call: async (db, now) => (await feedback.keepCases(db, testKeys, now)).lapsed,
  },
  close: {
    actor: "portal",
    from: "DA_CONG_KHAI",
    tooEarly: new Date("2026-12-14T16:00:00Z"),
    at: new Date("2026-12-18T03:00:00Z"),
    call: async (db, now) => (await feedback.keepCases(db, testKeys, now)).closed,
  },
} as const satisfies Record<string, PortalCaseAct>;
