/** A day on the wall calendar of Việt Nam, `YYYY-MM-DD`. It has no hour and no zone. */
export type CivilDay = string;

const zone = "Asia/Ho_Chi_Minh";
const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const inVietNam = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The day it is in Việt Nam at this instant. */
export function civilDay(instant: Date): CivilDay {
  const part = partsOf(instant);
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The hour of the day, 0–23, in Việt Nam at this instant. */
export function civilHour(instant: Date): number {
  return Number(partsOf(instant)("hour"));
}

/** The first instant of the day in Việt Nam (UTC+7 without summer time since 1975). */
export function startOfCivilDay(day: CivilDay): Date {
  return new Date(epochDay(day) * dayMs - 7 * 3_600_000);
}

/** True for a real day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  return toCivilDay(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayMs) === text;
}

/** `count` days later, or earlier when negative. Throws RangeError for what is not a day. */
export function plusDays(day: CivilDay, count: number): CivilDay {
  return toCivilDay(epochDay(day) + count);
}

/** Days from one day to the other: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return epochDay(to) - epochDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7;
}

export function isWeekend(day: CivilDay): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function partsOf(instant: Date) {
  const parts = inVietNam.formatToParts(instant);
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
}

function epochDay(day: CivilDay): number {
  if (!isCivilDay(day)) throw new RangeError(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

function toCivilDay(epoch: number): CivilDay {
  return new Date(epoch * dayMs).toISOString().slice(0, 10);
}
