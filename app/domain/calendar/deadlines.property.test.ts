import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "./civil-day.ts";
import { explainDeadline, type Pause } from "./explain-deadline.ts";
import { dayKinds, type DayCount } from "./vocabulary.ts";
import { addCalendarDays, addWorkingDays, calendarOf, workingDaysBetween, type SpecialDay } from "./working-days.ts";

/** Written apart from the portal's own code: native dates, one flat list, one day at a time. */
const stepped = (day: string, days: number) => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
const worked = (lines: readonly SpecialDay[], day: string, unit: string) => {
  const today = lines.filter((line) => line.day === day);
  const own = today.filter((line) => line.unitId === unit);
  const speaking = own.length > 0 ? own : today.filter((line) => line.unitId === null);
  if (speaking.length > 0) return speaking.every((line) => line.kind === "hoan_doi_lam");
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
};
const standing = (pauses: readonly Pause[], day: string) => pauses.some((pause) => pause.to !== null && day > pause.from && day <= pause.to);
const bruteDue = (lines: readonly SpecialDay[], from: string, amount: number, count: DayCount, pauses: readonly Pause[], unit: string) => {
  let day = from;
  for (let left = amount; left > 0;) {
    day = stepped(day, 1);
    if (!standing(pauses, day) && (count === "calendar_days" || worked(lines, day, unit))) left--;
  }
  while (!worked(lines, day, unit)) day = stepped(day, 1);
  return day;
};

const dayIn = (first: string, last: string) => fc.integer({ min: 0, max: daysBetween(first, last) }).map((offset) => stepped(first, offset));

/** A start between 2020 and 2035, and special days thick around it: holidays, make-ups, swaps, worked Saturdays, closures. */
const scene = dayIn("2020-01-01", "2035-12-31").chain((from) =>
  fc.record({
    from: fc.constant(from),
    amount: fc.integer({ min: 1, max: 60 }),
    count: fc.constantFrom<DayCount>("working_days", "calendar_days"),
    lines: fc.array(
      fc.record({
        day: fc.integer({ min: -5, max: 120 }).map((offset) => stepped(from, offset)),
        kind: fc.constantFrom(...dayKinds),
        nameVi: fc.constant("Ngày đặc biệt"),
        nameEn: fc.constant("Special day"),
        source: fc.constant("Thông báo"),
        unitId: fc.constantFrom(null, "north", "south"),
      }),
      { maxLength: 50 },
    ),
    pauses: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([after, length]) => ({
        from: stepped(from, after),
        to: stepped(from, after + length),
        reason: "supplement",
      })),
      { maxLength: 3 },
    ),
  }),
);

test("the due day equals a walk day by day, whatever the holidays, swaps, closures and pauses", () => {
  fc.assert(
    fc.property(scene, ({ from, amount, count, lines, pauses }) => {
      const calendar = calendarOf(1, lines);
      const told = explainDeadline(calendar, { from, amount, count, pauses, unit: "north" });
      expect(told.due).toBe(bruteDue(lines, from, amount, count, pauses, "north"));
    }),
    { numRuns: 1500 },
  );
});

test("the explanation adds up: every day once, as many counted as the rule gives, the rest said to be skipped", () => {
  fc.assert(
    fc.property(scene, ({ from, amount, count, lines, pauses }) => {
      const told = explainDeadline(calendarOf(1, lines), { from, amount, count, pauses, unit: ["south", "country"] });
      expect(told.days.map((day) => day.day)).toEqual(told.days.map((_, index) => stepped(from, index + 1)));
      expect(told.days.at(-1)?.day).toBe(told.due);
      expect(told.days.flatMap((day) => day.ordinal ?? [])).toEqual(Array.from({ length: amount }, (_, index) => index + 1));
      expect(told.days.length).toBe(amount + told.skipped + (told.moved ? 1 : 0));
      for (const day of told.days) {
        expect(day.ordinal !== null).toBe(day.verdict === "counted" || day.verdict === "make_up_work");
        expect(day.verdict === "paused").toBe(standing(pauses, day.day) && day.day <= told.countedOutOn);
      }
      expect(worked(lines, told.due, "south")).toBe(true);
    }),
    { numRuns: 800 },
  );
});

test("adding and counting working days undo each other, and both agree with the explanation", () => {
  fc.assert(
    fc.property(scene, ({ from, amount, lines }) => {
      const calendar = calendarOf(1, lines);
      const due = addWorkingDays(calendar, from, amount, "north");
      expect(workingDaysBetween(calendar, from, due, "north")).toBe(amount);
      expect(explainDeadline(calendar, { from, amount, count: "working_days", unit: "north" }).due).toBe(due);
      expect(explainDeadline(calendar, { from, amount, count: "calendar_days", unit: "north" }).due).toBe(
        addCalendarDays(calendar, from, amount, "north"),
      );
    }),
    { numRuns: 500 },
  );
});

test("a day more never falls due sooner", () => {
  fc.assert(
    fc.property(scene, ({ from, amount, count, lines, pauses }) => {
      const calendar = calendarOf(1, lines);
      const due = (days: number) => explainDeadline(calendar, { from, amount: days, count, pauses }).due;
      expect(due(amount + 1) >= due(amount)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
