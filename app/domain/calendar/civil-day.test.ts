import { expect, test } from "vitest";
import { civilDay, civilHour, daysBetween, isCivilDay, isWeekend, plusDays, startOfCivilDay, weekdayOf } from "./civil-day.ts";

test("a day begins at midnight in Việt Nam, not in Greenwich", () => {
  expect(civilDay(new Date("2026-04-23T16:59:59Z"))).toBe("2026-04-23");
  expect(civilDay(new Date("2026-04-23T17:00:00Z"))).toBe("2026-04-24");
  expect(civilHour(new Date("2026-04-23T17:00:00Z"))).toBe(0);
  expect(civilHour(new Date("2026-04-24T08:00:00Z"))).toBe(15);
  expect(startOfCivilDay("2026-04-24").toISOString()).toBe("2026-04-23T17:00:00.000Z");
});

test("days are counted over months and leap years", () => {
  expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(plusDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-04-24", "2026-05-20")).toBe(26);
});

test("weekdays are known", () => {
  expect(weekdayOf("2026-04-24")).toBe(5);
  expect(isWeekend("2026-04-25")).toBe(true);
  expect(isWeekend("2026-04-27")).toBe(false);
});

test("what is not a day is refused", () => {
  for (const text of ["2026-02-30", "2026-13-01", "24/04/2026", "2026-4-1", ""]) expect(isCivilDay(text)).toBe(false);
  expect(() => plusDays("2026-02-30", 1)).toThrow(RangeError);
});
