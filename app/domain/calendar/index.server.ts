export { addRuleVersion } from "./add-rule-version.server.ts";
export { addCalendarVersion, previewCalendarChange } from "./add-calendar-version.server.ts";
export { type CaseClock, explainClocks, loadClocks, regionOf, type StoredClock, toStoredClock } from "./case-clocks.server.ts";
export type { CalendarChange } from "./draft-version.server.ts";
export { currentCalendar, loadCalendar } from "./load-calendar.server.ts";
export { loadRules, type StoredRule, unitPath } from "./load-rules.server.ts";
export { catchUpClocks, type MovedClock } from "./move-clocks.server.ts";
export { listCalendarVersions } from "./queries.server.ts";
export { answerDueFrom, type Clocked, type ClocksNow, type ClockTurns, extendAnswer, turnClocks } from "./turn-clocks.server.ts";
