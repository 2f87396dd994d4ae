import { civilDay, plusDays, startOfCivilDay } from "#app/domain/calendar/civil-day.ts";
import { officialCalendar } from "#app/domain/calendar/official-days.ts";
import { nextWorkingDay } from "#app/domain/calendar/working-days.ts";
import type { CaseState } from "#app/domain/feedback/vocabulary.ts";

/** What happens to a case on its way, in this order. */
export const stepsInOrder = [
  "request_supplement",
  "supplement",
  "withdraw",
  "refuse",
  "hand_over",
  "accept",
  "transfer",
  "assign",
  "take_up",
  "thread",
  "extend",
  "find_insufficient",
  "submit",
  "approve",
  "publish",
  "withhold",
  "rate",
  "reopen",
  "close",
] as const;
export type Step = (typeof stepsInOrder)[number];

/** Days after receipt on which each step happens, unless told otherwise. */
const usualDays: Readonly<Record<Step, number>> = {
  request_supplement: 1,
  supplement: 4,
  withdraw: 2,
  refuse: 1,
  hand_over: 1,
  accept: 1,
  transfer: 2,
  assign: 2,
  take_up: 2,
  thread: 3,
  extend: 3,
  find_insufficient: 5,
  submit: 5,
  approve: 6,
  publish: 7,
  withhold: 7,
  rate: 9,
  reopen: 10,
  close: 45,
};

const worked = ["accept", "assign", "take_up"] as const;
const answered = [...worked, "submit", "approve"] as const;

export const wayTo: Readonly<Record<CaseState, readonly Step[]>> = {
  MOI: [],
  CHO_BO_SUNG: ["request_supplement"],
  DA_BO_SUNG: ["request_supplement", "supplement"],
  DA_TIEP_NHAN: ["accept"],
  DA_PHAN_CONG: ["accept", "assign"],
  DANG_XU_LY: worked,
  TIEP_TUC_TAP_HOP: [...worked, "find_insufficient"],
  CHO_DUYET: [...worked, "submit"],
  DA_TRA_LOI: answered,
  DA_CONG_KHAI: [...answered, "publish"],
  KHONG_CONG_KHAI: [...answered, "withhold"],
  TU_CHOI: ["refuse"],
  CHUYEN_NGOAI: ["accept", "transfer"],
  HUY: ["withdraw"],
  MO_LAI: [...answered, "publish", "reopen"],
  DONG: [...answered, "publish", "close"],
  CHUYEN_MAT: ["hand_over"],
};

/** At nine in the morning of the working day it falls on, each step later than the one before. */
export function clockFrom(receivedAt: Date, wished: Partial<Record<Step, number>>): (step: Step) => Date {
  let last = receivedAt.getTime();
  return (step) => {
    const day = nextWorkingDay(officialCalendar, plusDays(civilDay(receivedAt), wished[step] ?? usualDays[step]));
    last = Math.max(last + 15 * 60_000, startOfCivilDay(day).getTime() + 9 * 3_600_000);
    return new Date(last);
  };
}
