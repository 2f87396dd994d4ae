import { type CivilDay, plusDays } from "#app/domain/calendar/civil-day.ts";

/** The period of the public figures of feedback: the year up to yesterday. */
export const lastYear = (today: CivilDay): { from: CivilDay; to: CivilDay } => ({ from: plusDays(today, -365), to: plusDays(today, -1) });
