import { civilDay, civilHour, isWeekend, plusDays, daysBetween, type CivilDay } from "./civil-day.ts";
import type { DayKind } from "./vocabulary.ts";

/** One line of the calendar. `unitId` null is the whole country; else the unit and all below it. */
export type SpecialDay = {
  readonly day: CivilDay;
  readonly kind: DayKind;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The law, notice or decision that says so. */
  readonly source: string;
  readonly unitId: string | null;
  /** Expected by rule, while the yearly notice is not known. */
  readonly provisional?: boolean;
};

/** One version of the calendar. Versions never change, so a deadline computed with one can be explained for ever. */
export type Calendar = {
  readonly version: number;
  readonly days: ReadonlyMap<CivilDay, readonly SpecialDay[]>;
  /** Last day for which the yearly notices are known; deadlines beyond it are provisional. Null: not said. */
  readonly noticesUntil: CivilDay | null;
};

/** A unit's id, or its id followed by those of its superiors, so that a province's closure reaches its divisions. */
export type UnitPath = string | readonly string[];

/** Ten years: no deadline of this portal is longer, and a calendar without working days must not hang. */
export const longestWalk = 3660;

export function calendarOf(version: number, specialDays: readonly SpecialDay[], noticesUntil: CivilDay | null = null): Calendar {
  const days = new Map<CivilDay, SpecialDay[]>();
  for (const special of specialDays) {
    const sameDay = days.get(special.day);
    if (sameDay) sameDay.push(special);
    else days.set(special.day, [special]);
  }
  return { version, days, noticesUntil };
}

/** What is special about the day for this unit. A unit's own line wins over the country's; days off win over days worked. */
export function specialDayOn(calendar: Calendar, day: CivilDay, unit?: UnitPath): SpecialDay | undefined {
  const lines = calendar.days.get(day);
  if (!lines) return undefined;

  const units = unit === undefined ? [] : typeof unit === "string" ? [unit] : unit;
  const rank = (line: SpecialDay) => (line.unitId === null ? 2 : 0) + (line.kind === "hoan_doi_lam" ? 1 : 0);
  return lines
    .filter((line) => line.unitId === null || units.includes(line.unitId))
    .reduce<SpecialDay | undefined>((best, line) => (best && rank(best) <= rank(line) ? best : line), undefined);
}

export function isWorkingDay(calendar: Calendar, day: CivilDay, unit?: UnitPath): boolean {
  const special = specialDayOn(calendar, day, unit);
  return special ? special.kind === "hoan_doi_lam" : !isWeekend(day);
}

/** The day itself when it is worked, else the next one that is. */
export function nextWorkingDay(calendar: Calendar, day: CivilDay, unit?: UnitPath): CivilDay {
  let next = day;
  for (let walked = 0; !isWorkingDay(calendar, next, unit); walked++) {
    if (walked > longestWalk) throw new RangeError(`No working day within ten years of ${day}`);
    next = plusDays(next, 1);
  }
  return next;
}

/** The last working day before this one. */
export function previousWorkingDay(calendar: Calendar, day: CivilDay, unit?: UnitPath): CivilDay {
  let before = plusDays(day, -1);
  for (let walked = 0; !isWorkingDay(calendar, before, unit); walked++) {
    if (walked > longestWalk) throw new RangeError(`No working day within ten years of ${day}`);
    before = plusDays(before, -1);
  }
  return before;
}

/** The `amount`-th working day after `from`. The day of the event is not counted (Civil Code 2015, art. 147). */
export function addWorkingDays(calendar: Calendar, from: CivilDay, amount: number, unit?: UnitPath): CivilDay {
  assertAmount(amount);
  let day = from;
  let counted = 0;
  for (let walked = 0; counted < amount; walked++) {
    if (walked > longestWalk) throw new RangeError(`Fewer than ${amount} working days within ten years of ${from}`);
    day = plusDays(day, 1);
    if (isWorkingDay(calendar, day, unit)) counted++;
  }
  return day;
}

/** `amount` calendar days after `from`; a last day that is off moves to the next working day (Civil Code 2015, art. 148(5)). */
export function addCalendarDays(calendar: Calendar, from: CivilDay, amount: number, unit?: UnitPath): CivilDay {
  assertAmount(amount);
  return nextWorkingDay(calendar, plusDays(from, amount), unit);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: CivilDay, to: CivilDay, unit?: UnitPath): number {
  if (to < from) return -workingDaysBetween(calendar, to, from, unit);
  let count = 0;
  for (let left = daysBetween(from, to), day = from; left > 0; left--) {
    day = plusDays(day, 1);
    if (isWorkingDay(calendar, day, unit)) count++;
  }
  return count;
}

/**
 * The day something counts as received. With a cut-off hour (0–23), what comes at or after that hour on a working day
 * counts as received on the next working day (Decree 309/2026/NĐ-CP, art. 9 sets 15 for dossiers; feedback has none).
 */
export function dayOfReceipt(calendar: Calendar, instant: Date, cutOffHour: number | null, unit?: UnitPath): CivilDay {
  const day = civilDay(instant);
  if (cutOffHour === null || civilHour(instant) < cutOffHour || !isWorkingDay(calendar, day, unit)) return day;
  return nextWorkingDay(calendar, plusDays(day, 1), unit);
}

export function assertAmount(amount: number): void {
  if (!Number.isInteger(amount) || amount < 1 || amount > longestWalk) {
    throw new RangeError(`A deadline is a whole number of days from 1 to ${longestWalk}, not ${amount}`);
  }
}
