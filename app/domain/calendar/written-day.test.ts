import { expect, test } from "vitest";
import { WrittenDay } from "./written-day.ts";

test("a day that the database cannot hold is refused with a sentence before it gets there", () => {
  expect(WrittenDay.parse("2026-11-21")).toBe("2026-11-21");
  for (const typed of ["0000-01-01", "2026-02-30", "2026-1-1", "", undefined]) {
    expect(
      WrittenDay.safeParse(typed).error?.issues.every(({ message }) => message === "not_a_date"),
      typed,
    ).toBe(true);
  }
});
