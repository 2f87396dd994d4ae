/**
 * Kinds of special day:
 * `le` public holiday, `bu` day off in lieu, `hoan_doi_nghi` working day swapped off,
 * `hoan_doi_lam` Saturday or Sunday worked in exchange, `dia_phuong` local closure (storm, flood).
 */
export const dayKinds = ["le", "bu", "hoan_doi_nghi", "hoan_doi_lam", "dia_phuong"] as const;
export type DayKind = (typeof dayKinds)[number];

/** Clocks of a case: C1 refuse, C2 request more, C3 transfer, C4 answer, C5 supplement (the sender's time), C6 publish. */
export const clockSteps = ["refuse", "request_more", "transfer", "answer", "supplement", "publish"] as const;
export type ClockStep = (typeof clockSteps)[number];

export const dayCounts = ["working_days", "calendar_days"] as const;
export type DayCount = (typeof dayCounts)[number];

/** What the counting starts from. The day of the event itself is never counted. */
export const clockEvents = ["received", "accepted", "last_transfer", "more_requested", "answered"] as const;
export type ClockEvent = (typeof clockEvents)[number];

/** How a clock ended. `void`: stopped by something that is nobody's merit or fault (withdrawn, moved to another procedure). */
export const clockOutcomes = ["on_time", "late", "void"] as const;
export type ClockOutcome = (typeof clockOutcomes)[number];

/**
 * What an explanation says of one day. `counted` and `make_up_work` count;
 * `moved_here` is the working day to which the last-day rule moved the deadline.
 */
export const dayVerdicts = ["counted", "make_up_work", "weekend", "holiday", "make_up_off", "swap_off", "local_off", "paused", "moved_here"] as const;
export type DayVerdict = (typeof dayVerdicts)[number];

/** After a supplement: `restart` counts the whole time again from its receipt, `continue` only what was left. */
export const resumePolicies = ["restart", "continue"] as const;
export type ResumePolicy = (typeof resumePolicies)[number];

export const warningKinds = ["half", "most", "day_before", "overdue"] as const;
export type WarningKind = (typeof warningKinds)[number];

/**
 * Why a due day moved. `inter_agency`: another authority has to be heard. `held`: the calendar would have made it
 * earlier than may be done without asking anybody.
 */
export const dueChangeReasons = ["supplement", "transfer", "inter_agency", "extended", "calendar", "held"] as const;
export type DueChangeReason = (typeof dueChangeReasons)[number];

/** A due day that moved on `on`; days are `YYYY-MM-DD`. `version`: the calendar that moved it. */
export type DueChange = {
  readonly on: string;
  readonly why: DueChangeReason;
  readonly from: string;
  readonly to: string;
  readonly version: number | null;
};

/** Who is told of a warning, nearest first: who has the step in hand, the unit’s head, the office (Văn phòng), the leader. */
export const warningRungs = ["owner", "unit_head", "coordinator", "leader"] as const;
export type WarningRung = (typeof warningRungs)[number];

export const duePhrases = ["left", "today", "overdue", "answered_early", "answered_on_the_day", "answered_late"] as const;
export type DuePhrase = (typeof duePhrases)[number];
