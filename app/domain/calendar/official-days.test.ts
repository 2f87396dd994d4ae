import { expect, test } from "vitest";
import { isWeekend, plusDays } from "./civil-day.ts";
import { officialCalendar, officialDays } from "./official-days.ts";
import { isWorkingDay, specialDayOn } from "./working-days.ts";

/** Put together by hand from the notices: weekdays off, then weekend days worked. */
const notices: Record<number, [off: string, worked: string]> = {
  2020: ["01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02", ""],
  2021: ["01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", ""],
  2022: ["01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", ""],
  2023: ["01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", ""],
  2024: ["01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"],
  2025: ["01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"],
  2026: ["01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22"],
  2027: ["01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24", ""],
};

test.each(Object.entries(notices))("state offices were off in %s as the notices said", (year, [off, worked]) => {
  const found = { off: [] as string[], worked: [] as string[] };
  for (let day = `${year}-01-01`; day.startsWith(year); day = plusDays(day, 1)) {
    const working = isWorkingDay(officialCalendar, day);
    if (!working && !isWeekend(day)) found.off.push(day.slice(5));
    if (working && isWeekend(day)) found.worked.push(day.slice(5));
  }
  expect(found).toEqual({ off: off.split(" "), worked: worked ? worked.split(" ") : [] });
});

test("24 November is off from 2026, and not before", () => {
  expect(isWorkingDay(officialCalendar, "2026-11-24")).toBe(false);
  expect(isWorkingDay(officialCalendar, "2025-11-24")).toBe(true);
});

test("24 November gives no day in lieu when it falls on a weekend", () => {
  for (const [holiday, nextWorkday] of [
    ["2029-11-24", "2029-11-26"],
    ["2030-11-24", "2030-11-25"],
  ] as const) {
    expect(specialDayOn(officialCalendar, holiday)?.kind).toBe("le");
    expect(isWorkingDay(officialCalendar, nextWorkday)).toBe(true);
  }
});

test("the Hùng Kings’ day on a Sunday is made up on the Monday", () => {
  expect(specialDayOn(officialCalendar, "2026-04-27")).toMatchObject({
    kind: "bu",
    nameVi: "Nghỉ bù Giỗ Tổ Hùng Vương",
  });
});

test("Tết and the Hùng Kings’ day agree with the lunar calendar of the platform, but for the 2030 new moon", () => {
  const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
  const lunarDay = (day: string) => lunar.format(new Date(`${day}T00:00:00Z`));
  for (let year = 2020; year <= 2031; year++) {
    const tet = officialDays.filter((line) => line.day.startsWith(`${year}`) && line.nameEn === "Lunar New Year");
    const hungKings = officialDays.find((line) => line.day.startsWith(`${year}`) && line.nameEn.startsWith("Hùng") && line.kind === "le")?.day;
    // The new moon of February 2030 falls on the 2nd in Hà Nội and on the 3rd in Beijing, whose calendar the platform has.
    const days = year === 2030 ? tet.map((line) => lunarDay(plusDays(line.day, 1))) : tet.map((line) => lunarDay(line.day));
    expect(days, `Tết ${year}`).toContain("1/1");
    expect(lunarDay(hungKings ?? ""), `Hùng Kings ${year}`).toBe("3/10");
  }
});

test("what no notice has said yet is marked provisional, and says so in its source", () => {
  const guesses = officialDays.filter((line) => line.provisional);
  expect(guesses.length).toBeGreaterThan(0);
  expect(guesses.every((line) => line.day >= "2028-01-01")).toBe(true);
  expect(guesses.filter((line) => line.kind === "le").every((line) => line.source.startsWith("Dự kiến"))).toBe(true);
});

test("every line names its source, and no day is listed twice", () => {
  expect(officialDays.every((line) => line.source.length > 10 && line.nameVi && line.nameEn)).toBe(true);
  expect(new Set(officialDays.map((line) => line.day)).size).toBe(officialDays.length);
});
