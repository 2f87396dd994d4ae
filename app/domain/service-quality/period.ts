import { plusDays, type CivilDay } from "../calendar/civil-day.ts";

/** First and last day of a quarter (`2026-Q3`) or month (`2026-08`); undefined where the text is neither. */
export function daysOf(period: string): { from: CivilDay; to: CivilDay } | undefined {
  const quarter = /^([12]\d{3})-Q([1-4])$/.exec(period);
  const month = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(period);
  if (!quarter && !month) return undefined;
  const year = Number((quarter ?? month)?.[1]);
  const first = quarter ? 3 * Number(quarter[2]) - 2 : Number(month?.[2]);
  const next = first + (quarter ? 3 : 1);
  const from = firstOf(year, first);
  return { from, to: plusDays(next > 12 ? firstOf(year + 1, next - 12) : firstOf(year, next), -1) };
}

const firstOf = (year: number, month: number): CivilDay => `${year}-${String(month).padStart(2, "0")}-01`;

export const quarterOf = (day: CivilDay): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
export const monthOf = (day: CivilDay): string => day.slice(0, 7);
export const isQuarter = (text: string): boolean => /^[12]\d{3}-Q[1-4]$/.test(text);
export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);

/** The three months of a quarter. */
export const monthsOf = (quarter: string): string[] =>
  [2, 1, 0].map((back) => `${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(6)) - back).padStart(2, "0")}`);

/** The quarter, or month, before. */
export function periodBefore(period: string): string {
  const before = plusDays(daysOf(period)?.from ?? "1900-01-01", -1);
  return isQuarter(period) ? quarterOf(before) : monthOf(before);
}

/** The month after. */
export const monthAfter = (month: string): string => monthOf(plusDays(daysOf(month)?.to ?? "9999-12-30", 1));

/** Quarters that are over on a day, the newest first. */
export function quartersOver(today: CivilDay, count: number): string[] {
  const quarters: string[] = [];
  for (let quarter = periodBefore(quarterOf(today)); quarters.length < count; quarter = periodBefore(quarter)) quarters.push(quarter);
  return quarters;
}
