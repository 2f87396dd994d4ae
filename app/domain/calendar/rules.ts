import type { CaseKind } from "../feedback/vocabulary.ts";
import type { CivilDay } from "./civil-day.ts";
import type { ClockEvent, ClockStep, DayCount } from "./vocabulary.ts";
import type { UnitPath } from "./working-days.ts";

/** How long a step may take. Data, not code: an authority adds its own rules with a unit and a later version. */
export type DeadlineRule = {
  /** `kind.step`, or `kind.step.variant`, such as `hoi_dap.answer.inter_agency`. */
  readonly code: string;
  readonly version: number;
  readonly caseKind: CaseKind;
  readonly step: ClockStep;
  readonly amount: number;
  readonly count: DayCount;
  readonly fromEvent: ClockEvent;
  /** Longest total the step may be extended to, in the same count; null: no extension. */
  readonly ceiling: number | null;
  /** 0–23: what comes at or after this hour of a working day counts as received on the next; null: no such hour. */
  readonly cutOffHour: number | null;
  readonly basis: string;
  readonly validFrom: CivilDay;
  /** Last day of validity; null: until further notice. */
  readonly validTo: CivilDay | null;
  /** Null: everywhere. Else this unit and all below it. */
  readonly unitId: string | null;
};

/**
 * The rule in force on the day the clock starts: a unit's own before its superior's before the general one,
 * then the newest version. Undefined when no rule speaks. `variant` asks for a special case, such as `inter_agency`.
 */
export function ruleFor(
  rules: readonly DeadlineRule[],
  kind: CaseKind,
  step: ClockStep,
  day: CivilDay,
  { unit, variant }: { unit?: UnitPath; variant?: string } = {},
): DeadlineRule | undefined {
  const code = variant ? `${kind}.${step}.${variant}` : `${kind}.${step}`;
  const units = unit === undefined ? [] : typeof unit === "string" ? [unit] : unit;
  const distance = (rule: DeadlineRule) => (rule.unitId === null ? units.length : units.indexOf(rule.unitId));

  return rules
    .filter((rule) => rule.code === code && distance(rule) >= 0)
    .filter((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo))
    .sort((a, b) => distance(a) - distance(b) || b.version - a.version || (a.validFrom < b.validFrom ? 1 : -1))[0];
}

const decision766 = "Quyết định 766/QĐ-TTg ngày 23/6/2022, chỉ số 5.2";
const decree20 = "Nghị định 20/2008/NĐ-CP, Điều 9";
const questionsAndAnswers = "Mặc định của cổng, theo mẫu Quyết định 80/2025/QĐ-UBND tỉnh Bắc Ninh";
const onTheSpot = "Mặc định của cổng, theo mẫu Quyết định 78/2025/QĐ-UBND tỉnh Bắc Ninh, Điều 7";
const ownChoice = "Mặc định của cổng; cơ quan có thể đặt lại";

type Line = [ClockStep, amount: number, DayCount, ClockEvent, ceiling: number | null, basis: string, variant?: string];

/** Steps no law times: short enough to leave room for the answer. */
const quickIntake: readonly Line[] = [
  ["refuse", 2, "working_days", "received", null, ownChoice],
  ["request_more", 2, "working_days", "received", null, ownChoice],
  ["transfer", 2, "working_days", "received", null, ownChoice],
];

const ending: readonly Line[] = [
  ["supplement", 10, "calendar_days", "more_requested", null, ownChoice],
  ["publish", 2, "working_days", "answered", null, ownChoice],
];

const table: Readonly<Record<CaseKind, readonly Line[]>> = {
  phan_anh_kien_nghi: [
    ["refuse", 2, "working_days", "received", null, decision766],
    ["request_more", 5, "working_days", "received", null, decision766],
    ["transfer", 5, "working_days", "received", null, decree20],
    // The decision scores against 15 whatever was extended; the ceiling of 30 is the portal's own.
    ["answer", 15, "working_days", "last_transfer", 30, decision766],
    ["supplement", 10, "calendar_days", "more_requested", null, ownChoice],
    ["publish", 2, "working_days", "answered", null, decision766],
  ],
  hoi_dap: [
    ...quickIntake,
    ["answer", 5, "working_days", "received", 10, questionsAndAnswers],
    ["answer", 7, "working_days", "received", 10, questionsAndAnswers, "inter_agency"],
    ...ending,
  ],
  gop_y: [
    ...quickIntake,
    // No law times a comment; it is treated as a question.
    ["answer", 5, "working_days", "received", 10, questionsAndAnswers],
    ["answer", 7, "working_days", "received", 10, questionsAndAnswers, "inter_agency"],
    ...ending,
  ],
  phan_anh_hien_truong: [...quickIntake, ["answer", 7, "calendar_days", "accepted", 15, onTheSpot], ...ending],
};

/** The rules a new portal starts with. Valid from the first year of the shipped calendar. */
export const defaultRules: readonly DeadlineRule[] = (Object.keys(table) as CaseKind[]).flatMap((caseKind) =>
  table[caseKind].map(([step, amount, count, fromEvent, ceiling, basis, variant]) => ({
    code: variant ? `${caseKind}.${step}.${variant}` : `${caseKind}.${step}`,
    version: 1,
    caseKind,
    step,
    amount,
    count,
    fromEvent,
    ceiling,
    // Decree 309/2026/NĐ-CP, art. 9 has 15 o'clock for dossiers; nothing says so of feedback.
    cutOffHour: null,
    basis,
    validFrom: basis === decision766 ? "2022-06-23" : "2020-01-01",
    validTo: null,
    unitId: null,
  })),
);
