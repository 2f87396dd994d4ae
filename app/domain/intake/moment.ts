import { isCivilDay, startOfCivilDay } from "../calendar/civil-day.ts";

const dayFirst = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const yearFirst = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const hour = /(?<![\d/.-])(\d{1,2})(?::|h|g|giờ)\s*(\d{2})?(?::\d{2})?(?!\d)/i;

/** “20/11/2026 14:30”, “14h30 20-11-2026”, “2026-11-20”: a moment on the clocks of Việt Nam; a day alone is its beginning. */
export function readMoment(text: string): Date | undefined {
  const vietnamese = dayFirst.exec(text);
  const iso = vietnamese ? null : yearFirst.exec(text);
  const [year, month, date] = vietnamese ? [vietnamese[3], vietnamese[2], vietnamese[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (!year || !month || !date) return undefined;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (!isCivilDay(day)) return undefined;

  const rest = text.replace((vietnamese ?? iso)?.[0] ?? "", " ").replace(/T/, " ");
  const said = hour.exec(rest);
  if (!said && /\d/.test(rest)) return undefined;
  const [hours, minutes] = [Number(said?.[1] ?? 0), Number(said?.[2] ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return new Date(startOfCivilDay(day).getTime() + (hours * 60 + minutes) * 60_000);
}
