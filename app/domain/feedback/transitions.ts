import type { ClockEvent, ClockStep } from "../calendar/vocabulary.ts";
import type { MessageTemplate } from "../messages/vocabulary.ts";
import type { Permission } from "../people/vocabulary.ts";
import type { CaseState, TimelineStep } from "./vocabulary.ts";

/** What a transition does to the case's clocks, in this order. */
export type ClockEffects = {
  readonly stop?: readonly ClockStep[];
  /** Ended without merit or fault. */
  readonly void?: readonly ClockStep[] | "all";
  readonly pause?: readonly ClockStep[];
  readonly resume?: readonly ClockStep[];
  /** Starts the clocks whose rule counts from one of these events. */
  readonly start?: readonly ClockEvent[];
  /** Gives the whole time for the answer again, when the case passes from one authority to another. */
  readonly lastTransfer?: true;
  /** A new clock for the answer, whatever its rule counts from. */
  readonly answerAgain?: true;
};

export type Transition = {
  /** The line of the table in domain.md 7.3; null: a small act the table does not number. */
  readonly number: number | null;
  readonly actor: "sender" | "official" | "portal";
  /** What an official must hold for the case's unit. */
  readonly permission: Permission | null;
  /** Empty: there is no case yet. */
  readonly from: readonly CaseState[];
  /** Null: the state stays. */
  readonly to: CaseState | null;
  readonly clocks: ClockEffects;
  /** The step told to the sender; null: the office's own affair. */
  readonly step: TimelineStep | null;
  /** The mail to the sender. */
  readonly message: MessageTemplate | null;
};

const received = ["MOI", "DA_BO_SUNG"] as const;
const answered = ["DA_CONG_KHAI", "KHONG_CONG_KHAI"] as const;
const running = [
  ...received,
  "CHO_BO_SUNG",
  "DA_TIEP_NHAN",
  "DA_PHAN_CONG",
  "DANG_XU_LY",
  "TIEP_TUC_TAP_HOP",
  "CHO_DUYET",
  "DA_TRA_LOI",
  "MO_LAI",
] as const;
const askingForMore: ClockEffects = { stop: ["refuse", "request_more", "transfer"], pause: ["answer"], start: ["more_requested"] };
const beforeAnswer = ["MOI", "CHO_BO_SUNG", "DA_BO_SUNG", "DA_TIEP_NHAN", "DA_PHAN_CONG", "DANG_XU_LY", "TIEP_TUC_TAP_HOP", "CHO_DUYET"] as const;

type Line = Partial<Transition> & Pick<Transition, "number">;
const bySender = (line: Line): Transition => ({ ...blank, ...line, actor: "sender" });
const byPortal = (line: Line): Transition => ({ ...blank, ...line, actor: "portal" });
const byOfficial = (permission: Permission, line: Line): Transition => ({ ...blank, ...line, actor: "official", permission });
const blank = { permission: null, from: [], to: null, clocks: {}, step: null, message: null } as const;

/**
 * The life of a case, as data: domain.md 7.3. Every act moves a case through this table and no other way; the office's
 * buttons, the guards in SQL, the clocks and the printed table come from it. Further guards (four eyes, once, in time)
 * stand in the acts.
 */
export const transitions = {
  send: bySender({ number: 1, to: "MOI", clocks: { start: ["received", "last_transfer"] }, step: "received", message: "case_received" }),
  request_supplement: byOfficial("cases.classify", {
    number: 2,
    from: ["MOI"],
    to: "CHO_BO_SUNG",
    clocks: askingForMore,
    step: "supplement_requested",
    message: "case_supplement_requested",
  }),
  // A second request only when the coordinator agrees; a third is never made.
  propose_supplement: byOfficial("cases.classify", { number: 2, from: ["DA_BO_SUNG"] }),
  approve_supplement: byOfficial("cases.transfer", {
    number: 2,
    from: ["DA_BO_SUNG"],
    to: "CHO_BO_SUNG",
    clocks: askingForMore,
    step: "supplement_requested",
    message: "case_supplement_requested",
  }),
  decline_supplement: byOfficial("cases.transfer", { number: 2, from: ["DA_BO_SUNG"] }),
  supplement: bySender({
    number: 3,
    from: ["CHO_BO_SUNG"],
    to: "DA_BO_SUNG",
    clocks: { stop: ["supplement"], resume: ["answer"] },
    step: "supplemented",
  }),
  let_supplement_lapse: byPortal({
    number: 4,
    from: ["CHO_BO_SUNG"],
    to: "TU_CHOI",
    clocks: { void: "all" },
    step: "refused",
    message: "case_refused",
  }),
  propose_refusal: byOfficial("cases.classify", { number: 5, from: received }),
  // The Văn phòng confirms what the intake officer proposed; the clock to refuse stops here, not with the proposal.
  refuse: byOfficial("cases.transfer", {
    number: 5,
    from: received,
    to: "TU_CHOI",
    clocks: { stop: ["refuse"], void: "all" },
    step: "refused",
    message: "case_refused",
  }),
  decline_refusal: byOfficial("cases.transfer", { number: 5, from: received }),
  hand_over: byOfficial("confidential.hand_over", {
    number: 6,
    from: received,
    to: "CHUYEN_MAT",
    clocks: { void: "all" },
    message: "case_handed_over",
  }),
  split: byOfficial("cases.classify", { number: 7, from: received, to: "DONG", clocks: { void: "all" }, step: "split" }),
  accept: byOfficial("cases.classify", {
    number: 8,
    from: received,
    to: "DA_TIEP_NHAN",
    clocks: { stop: ["refuse", "request_more"], start: ["accepted"] },
    step: "accepted",
    message: "case_accepted",
  }),
  assign: byOfficial("cases.assign", {
    number: 9,
    // From DA_PHAN_CONG: a superior hands it on inside its own part, before anybody took it up.
    from: ["DA_TIEP_NHAN", "MO_LAI", "DA_PHAN_CONG"],
    to: "DA_PHAN_CONG",
    clocks: { stop: ["transfer"], lastTransfer: true },
    step: "assigned",
    message: "case_assigned",
  }),
  name_officials: byOfficial("cases.classify", { number: null, from: [...received, "DA_TIEP_NHAN", "DA_PHAN_CONG", "MO_LAI"] }),
  name_handler: byOfficial("cases.assign", { number: null, from: ["DA_PHAN_CONG", "DANG_XU_LY"] }),
  mark_urgent: byOfficial("cases.assign", { number: null, from: running }),
  add_support: byOfficial("cases.assign", { number: null, from: ["DA_PHAN_CONG", "DANG_XU_LY"] }),
  end_support: byOfficial("cases.assign", { number: null, from: ["DA_PHAN_CONG", "DANG_XU_LY"] }),
  bounce: byOfficial("cases.bounce", { number: 10, from: ["DA_PHAN_CONG"], to: "DA_TIEP_NHAN" }),
  take_up: byOfficial("cases.handle", {
    number: 11,
    from: ["DA_PHAN_CONG"],
    to: "DANG_XU_LY",
    step: "in_progress",
    message: "case_in_progress",
  }),
  transfer: byOfficial("cases.transfer", {
    number: 12,
    from: ["DA_TIEP_NHAN"],
    to: "CHUYEN_NGOAI",
    clocks: { stop: ["transfer"], void: ["answer"] },
    step: "transferred",
    message: "case_transferred",
  }),
  ask_extension: byOfficial("cases.handle", { number: 13, from: ["DANG_XU_LY"] }),
  extend: byOfficial("cases.approve", { number: 13, from: ["DANG_XU_LY"], step: "extended", message: "case_extended" }),
  decline_extension: byOfficial("cases.approve", { number: 13, from: ["DANG_XU_LY"] }),
  write_to_sender: byOfficial("cases.handle", { number: 14, from: ["DANG_XU_LY"], message: "case_message" }),
  write: bySender({
    number: 14,
    from: ["MOI", "DA_BO_SUNG", "DA_TIEP_NHAN", "DA_PHAN_CONG", "DANG_XU_LY", "TIEP_TUC_TAP_HOP", "CHO_DUYET", "MO_LAI"],
  }),
  find_insufficient: byOfficial("cases.bounce", {
    number: 15,
    from: ["DANG_XU_LY"],
    to: "TIEP_TUC_TAP_HOP",
    clocks: { stop: ["answer"] },
    step: "interim",
    message: "case_interim",
  }),
  resume: byOfficial("cases.bounce", {
    number: null,
    from: ["TIEP_TUC_TAP_HOP"],
    to: "DANG_XU_LY",
    clocks: { answerAgain: true },
    step: "in_progress",
    message: "case_in_progress",
  }),
  save_draft: byOfficial("cases.handle", { number: null, from: ["DANG_XU_LY"] }),
  submit_reply: byOfficial("cases.handle", { number: 16, from: ["DANG_XU_LY"], to: "CHO_DUYET" }),
  return_reply: byOfficial("cases.approve", { number: 17, from: ["CHO_DUYET"], to: "DANG_XU_LY" }),
  approve_reply: byOfficial("cases.approve", {
    number: 18,
    from: ["CHO_DUYET"],
    to: "DA_TRA_LOI",
    clocks: { stop: ["answer"], start: ["answered"] },
    step: "answered",
    message: "case_answered",
  }),
  publish: byOfficial("cases.publish", {
    number: 19,
    from: ["DA_TRA_LOI"],
    to: "DA_CONG_KHAI",
    clocks: { stop: ["publish"] },
    step: "published",
    message: "case_published",
  }),
  withhold: byOfficial("cases.approve", {
    number: 20,
    from: ["DA_TRA_LOI"],
    to: "KHONG_CONG_KHAI",
    clocks: { stop: ["publish"] },
    step: "withheld",
    message: "case_withheld",
  }),
  // The mail with the answer asks for a rating, so one may come before the answer is public.
  rate: bySender({ number: 21, from: ["DA_TRA_LOI", ...answered] }),
  reopen: bySender({ number: 22, from: answered, to: "MO_LAI", clocks: { answerAgain: true }, step: "reopened", message: "case_reopened" }),
  // To the superior unit, which reviews the answer of another: never the same unit.
  appeal: bySender({ number: 22, from: answered, to: "MO_LAI", clocks: { answerAgain: true }, step: "reopened", message: "case_reopened" }),
  reopen_for_sender: byOfficial("cases.transfer", {
    number: 22,
    from: answered,
    to: "MO_LAI",
    clocks: { answerAgain: true },
    step: "reopened",
    message: "case_reopened",
  }),
  close: byPortal({ number: 23, from: answered, to: "DONG", clocks: { void: "all" }, step: "closed" }),
  hide: byOfficial("cases.hide", { number: 24, from: ["DA_CONG_KHAI", "MO_LAI", "DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET", "DA_TRA_LOI", "DONG"] }),
  show: byOfficial("cases.hide", { number: 24, from: ["DA_CONG_KHAI", "MO_LAI", "DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET", "DA_TRA_LOI", "DONG"] }),
  // A person chooses the successor, case by case; no clock is touched.
  move_to_successor: byOfficial("cases.transfer", { number: 26, from: running, step: "assigned", message: "case_assigned" }),
  withdraw: bySender({ number: 25, from: beforeAnswer, to: "HUY", clocks: { void: "all" }, step: "withdrawn", message: "case_withdrawn" }),
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** The transition as plain data. */
export const transitionOf = (name: TransitionName): Transition => transitions[name];
