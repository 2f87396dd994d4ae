import * as feedback from "#app/domain/feedback/index.server.ts";
import type { Db } from "#db/schema/handle.ts";
import type { MadeCase } from "#db/seed/factories/cases.ts";
import { replyOf } from "#db/seed/factories/case-wish.ts";
import { must } from "#db/seed/factories/walk-case.ts";
import { testKeys } from "../keys.ts";
import { inTime, type OfficeCaseAct, reason, usualTime } from "./case-act.ts";

const official = { actor: "official", who: "handler", from: "DANG_XU_LY" } as const;
const ask = async (db: Db, { code, people }: MadeCase) =>
  must("ask", await feedback.askExtension(db, people.handler, code, { to: "2026-11-18", reason }, inTime)).state;

/** Transitions from the handling to the public answer. */
export const answerActs = {
  ask_extension: {
    ...official,
    at: inTime,
    call: (db, by, { code }, what, now) => feedback.askExtension(db, by, code, { to: "2026-11-18", reason, ...what }, now),
  },
  extend: {
    ...official,
    who: "approver",
    at: inTime,
    prepare: ask,
    call: (db, by, { code }, what, now) => feedback.grantExtension(db, testKeys, by, code, what, now),
  },
  decline_extension: {
    ...official,
    who: "approver",
    at: inTime,
    prepare: ask,
    call: (db, by, { code }, what, now) => feedback.declineExtension(db, by, code, { comment: reason, ...what }, now),
  },
  write_to_sender: {
    ...official,
    call: (db, by, { code }, what, now) => feedback.writeToSender(db, testKeys, by, code, { body: reason, ...what }, now),
  },
  find_insufficient: {
    ...official,
    who: "head",
    wish: () => Promise.resolve({ kind: "phan_anh_kien_nghi", draft: { content: 2 } }),
    call: (db, by, { code }, what, now) => feedback.findInsufficient(db, testKeys, by, code, { interim: reason, ...what }, now),
  },
  resume: {
    ...official,
    who: "head",
    from: "TIEP_TUC_TAP_HOP",
    call: (db, by, { code }, what, now) => feedback.resumeCase(db, testKeys, by, code, what, now),
  },
  save_draft: {
    ...official,
    quiet: true,
    call: (db, by, { code }, _what, now) => feedback.saveReplyDraft(db, by, code, replyOf({}), 0, now),
  },
  submit_reply: {
    ...official,
    prepare: async (db, { code, people }) =>
      String(must("draft", await feedback.saveReplyDraft(db, people.handler, code, replyOf({}), 0, inTime)).revision),
    call: (db, by, { code }, what, now) => feedback.submitReply(db, by, code, what, now),
  },
  return_reply: {
    ...official,
    who: "approver",
    from: "CHO_DUYET",
    call: (db, by, { code }, what, now) => feedback.returnReply(db, by, code, { comment: reason, ...what }, now),
  },
  approve_reply: {
    ...official,
    who: "approver",
    from: "CHO_DUYET",
    call: (db, by, { code }, what, now) => feedback.approveReply(db, testKeys, by, code, what, now),
  },
  publish: {
    ...official,
    who: "coordinator",
    from: "DA_TRA_LOI",
    call: (db, by, { code }, what, now) => feedback.publishCase(db, testKeys, by, code, what, now),
  },
  withhold: {
    ...official,
    who: "approver",
    from: "DA_TRA_LOI",
    call: (db, by, { code }, what, now) => feedback.withholdCase(db, testKeys, by, code, { reason: "private_life", ...what }, now),
  },
  reopen_for_sender: {
    ...official,
    who: "coordinator",
    from: "DA_CONG_KHAI",
    call: (db, by, { code }, what, now) => feedback.reopenForSender(db, testKeys, by, code, { reason, ...what }, now),
  },
  hide: {
    ...official,
    who: "coordinator",
    from: "DA_CONG_KHAI",
    call: (db, by, { code }, what, now) => feedback.hideCase(db, by, code, { reason, ...what }, now),
  },
  show: {
    ...official,
    who: "coordinator",
    from: "DA_CONG_KHAI",
    prepare: async (db, { code, people }) => must("hide", await feedback.hideCase(db, people.coordinator, code, { reason }, usualTime)).state,
    call: (db, by, { code }, what, now) => feedback.showCase(db, by, code, { reason, ...what }, now),
  },
} as const satisfies Record<string, OfficeCaseAct>;
