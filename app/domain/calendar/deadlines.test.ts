import { expect, test } from "vitest";
import { dueWords } from "./due-words.ts";
import { explainDeadline } from "./explain-deadline.ts";
import { officialCalendar } from "./official-days.ts";
import {
  addCalendarDays,
  addWorkingDays,
  calendarOf,
  dayOfReceipt,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type SpecialDay,
} from "./working-days.ts";

const closure = (day: string, unitId: string | null): SpecialDay => ({
  day,
  kind: "dia_phuong",
  nameVi: "Bão số 5",
  nameEn: "Storm No. 5",
  source: "Công điện 01",
  unitId,
});

test("fifteen working days from Friday 24 April 2026 end on Wednesday 20 May 2026", () => {
  expect(addWorkingDays(officialCalendar, "2026-04-24", 15)).toBe("2026-05-20");
});

test("the explanation lists the day in lieu, the two holidays and every weekend on the way", () => {
  const told = explainDeadline(officialCalendar, { from: "2026-04-24", amount: 15, count: "working_days" });
  const skipped = told.days.filter((day) => day.ordinal === null).map((day) => [day.day.slice(5), day.verdict]);

  expect(skipped).toEqual([
    ["04-25", "weekend"],
    ["04-26", "holiday"],
    ["04-27", "make_up_off"],
    ["04-30", "holiday"],
    ["05-01", "holiday"],
    ["05-02", "weekend"],
    ["05-03", "weekend"],
    ["05-09", "weekend"],
    ["05-10", "weekend"],
    ["05-16", "weekend"],
    ["05-17", "weekend"],
  ]);
  expect(told).toMatchObject({ due: "2026-05-20", skipped: 11, moved: false, provisional: false, calendarVersion: 0 });
  expect(told.days.at(-1)).toMatchObject({ day: "2026-05-20", verdict: "counted", ordinal: 15 });
  expect(told.days.find((day) => day.day === "2026-04-30")?.special?.nameVi).toBe("Ngày Chiến thắng");
});

test("a Saturday worked by swap counts, and is called so", () => {
  const told = explainDeadline(officialCalendar, { from: "2026-08-21", amount: 2, count: "working_days" });
  expect(told.days.map((day) => [day.day.slice(5), day.verdict])).toEqual([
    ["08-22", "make_up_work"],
    ["08-23", "weekend"],
    ["08-24", "counted"],
  ]);
});

test("a clock in calendar days counts holidays, and only its last day moves", () => {
  // Seven days from Friday 24 April end on Friday 1 May, a holiday before a weekend.
  const told = explainDeadline(officialCalendar, { from: "2026-04-24", amount: 7, count: "calendar_days" });
  expect(told).toMatchObject({ countedOutOn: "2026-05-01", due: "2026-05-04", moved: true });
  expect(told.days.map((day) => day.verdict).slice(7)).toEqual(["weekend", "weekend", "moved_here"]);
  expect(addCalendarDays(officialCalendar, "2026-04-24", 7)).toBe("2026-05-04");

  expect(explainDeadline(officialCalendar, { from: "2026-04-22", amount: 7, count: "calendar_days" })).toMatchObject({
    due: "2026-04-29",
    moved: false,
  });
});

test("days of a pause do not count, and say why", () => {
  const told = explainDeadline(officialCalendar, {
    from: "2026-06-01",
    amount: 3,
    count: "working_days",
    pauses: [{ from: "2026-06-02", to: "2026-06-04", reason: "supplement" }],
  });
  expect(told.days.map((day) => [day.day.slice(5), day.verdict])).toEqual([
    ["06-02", "counted"],
    ["06-03", "paused"],
    ["06-04", "paused"],
    ["06-05", "counted"],
    ["06-06", "weekend"],
    ["06-07", "weekend"],
    ["06-08", "counted"],
  ]);
  expect(told.days[1]?.pauseReason).toBe("supplement");
});

test("a clock that still stands still says since when", () => {
  const told = explainDeadline(officialCalendar, {
    from: "2026-06-01",
    amount: 3,
    count: "working_days",
    pauses: [{ from: "2026-06-02", to: null, reason: "supplement" }],
  });
  expect(told).toMatchObject({ due: "2026-06-04", pausedSince: "2026-06-02" });
});

test("a deadline that leans on a notice not yet known is provisional", () => {
  const question = { amount: 5, count: "working_days" } as const;
  expect(explainDeadline(officialCalendar, { ...question, from: "2027-12-20" }).provisional).toBe(false);
  expect(explainDeadline(officialCalendar, { ...question, from: "2028-01-20" }).provisional).toBe(true);
});

test("a local closure holds for the unit and those below it, and for nobody else", () => {
  const calendar = calendarOf(1, [closure("2026-06-02", "khanh-hoa")]);
  expect(isWorkingDay(calendar, "2026-06-02", ["phong-dau-tu", "khanh-hoa"])).toBe(false);
  expect(isWorkingDay(calendar, "2026-06-02", "khanh-hoa")).toBe(false);
  expect(isWorkingDay(calendar, "2026-06-02", "dong-nai")).toBe(true);
  expect(isWorkingDay(calendar, "2026-06-02")).toBe(true);
});

test("a unit closed by a storm stays closed on a Saturday the country works", () => {
  const worked: SpecialDay = { ...closure("2026-08-22", null), kind: "hoan_doi_lam" };
  const calendar = calendarOf(1, [worked, closure("2026-08-22", "khanh-hoa")]);
  expect(isWorkingDay(calendar, "2026-08-22")).toBe(true);
  expect(isWorkingDay(calendar, "2026-08-22", "khanh-hoa")).toBe(false);
});

test("working days between two days leave out the first and keep the last", () => {
  expect(workingDaysBetween(officialCalendar, "2026-04-24", "2026-05-20")).toBe(15);
  expect(workingDaysBetween(officialCalendar, "2026-05-20", "2026-04-24")).toBe(-15);
  expect(workingDaysBetween(officialCalendar, "2026-04-24", "2026-04-24")).toBe(0);
});

test("with a cut-off hour, what comes late counts as received on the next working day", () => {
  const fridayAtFour = new Date("2026-04-24T09:00:00Z");
  expect(dayOfReceipt(officialCalendar, fridayAtFour, null)).toBe("2026-04-24");
  expect(dayOfReceipt(officialCalendar, fridayAtFour, 17)).toBe("2026-04-24");
  expect(dayOfReceipt(officialCalendar, fridayAtFour, 15)).toBe("2026-04-28");
});

test("a deadline of no days, of half a day or of a century is refused", () => {
  for (const amount of [0, -1, 1.5, 40_000, Number.NaN]) {
    expect(() => addWorkingDays(officialCalendar, "2026-04-24", amount)).toThrow(RangeError);
    expect(() => explainDeadline(officialCalendar, { from: "2026-04-24", amount, count: "working_days" })).toThrow(RangeError);
  }
});

test("a calendar without a single working day ends the walk instead of hanging", () => {
  const never = Array.from({ length: 12 * 366 }, (_, index) => closure(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), null));
  const calendar = calendarOf(1, never);
  expect(() => addWorkingDays(calendar, "2026-01-01", 1)).toThrow(RangeError);
  expect(() => nextWorkingDay(calendar, "2026-01-01")).toThrow(RangeError);
  expect(() => explainDeadline(calendar, { from: "2026-01-01", amount: 1, count: "calendar_days" })).toThrow(RangeError);
});

test("a deadline is told in words, sooner and later", () => {
  const say = (today: string, stoppedOn?: string) => dueWords(officialCalendar, { dueOn: "2026-05-20", stoppedOn: stoppedOn ?? null }, today);
  expect(say("2026-05-18")).toEqual({ phrase: "left", days: 2, count: "working_days" });
  expect(say("2026-05-20")).toEqual({ phrase: "today", days: 0, count: "working_days" });
  expect(say("2026-05-25")).toEqual({ phrase: "overdue", days: 3, count: "working_days" });
  expect(say("2026-06-30", "2026-05-15")).toEqual({ phrase: "answered_early", days: 3, count: "working_days" });
  expect(say("2026-06-30", "2026-05-20")).toMatchObject({ phrase: "answered_on_the_day" });
  expect(say("2026-06-30", "2026-05-21")).toEqual({ phrase: "answered_late", days: 1, count: "working_days" });
});

test("on the weekend after a Friday deadline the delay is told in calendar days, never as nought", () => {
  expect(dueWords(officialCalendar, { dueOn: "2026-05-22" }, "2026-05-24")).toEqual({
    phrase: "overdue",
    days: 2,
    count: "calendar_days",
  });
});
