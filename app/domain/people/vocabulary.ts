/** Roles of domain.md 7.5; each is granted on a unit (and all below it) or on the whole portal. */
export const roles = [
  "one_stop",
  "intake",
  "coordinator",
  "handler",
  "unit_head",
  "approver",
  "editor",
  "survey_manager",
  "procedure_editor",
  "reception",
  "data_protection",
  "auditor",
  "admin",
  "partner",
] as const;
export type Role = (typeof roles)[number];

/** What a person may do; a role is a set of these. */
export const permissions = [
  "cases.enter",
  "cases.read",
  "cases.classify",
  "cases.assign",
  "cases.transfer",
  "routing.manage",
  "cases.handle",
  "cases.bounce",
  "cases.approve",
  "cases.publish",
  "cases.hide",
  "templates.manage",
  "identities.reveal",
  "confidential.hand_over",
  "confidential.read",
  "surveys.manage",
  "surveys.approve",
  "surveys.read_answers",
  "surveys.read_results",
  "slips.issue",
  "procedures.edit",
  "articles.write",
  "articles.approve",
  "articles.publish",
  "plans.edit",
  "plans.report",
  "plans.approve",
  "scores.enter",
  "scores.appraise",
  "scores.import",
  "units.manage",
  "people.manage",
  "calendar.manage",
  "data_requests.handle",
  "audit.read",
  "reports.read",
] as const;
export type Permission = (typeof permissions)[number];

export const passwordMinLength = 14;
export const passwordMaxLength = 200;
export const officialNameMaxLength = 120;
/** An account nobody used for so long is disabled (TCVN 14423:2026, 4.6.2.3). */
export const idleDaysBeforeLock = 45;
/** Wrong passwords or codes in a row before the account is locked, and for how long (TCVN 14423:2026, 4.5.2.2). */
export const maxFailedSignIns = 5;
export const lockMinutes = 15;
/** A session nobody works in ends after so many minutes: the default of level 3 (TCVN 14423:2026, 4.5.2.2); settings may say otherwise. */
export const idleMinutesByStandard = { officials: 15, admins: 5 } as const;
export type IdleMinutes = Readonly<Record<keyof typeof idleMinutesByStandard, number>>;
export const sessionHours = 12;
/** An ended session opens nothing, but for so long it still says whose a form is that was sent too late. */
export const endedSessionHours = 12;
/** Such a form is kept until its sender is in again, at most so long. */
export const keptFormHours = 12;
