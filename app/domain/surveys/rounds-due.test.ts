import { expect, test } from "vitest";
import { roundDue } from "./rounds-due.ts";

test("each half of a year waits for a round of its own", () => {
  const spring = { opensOn: "2026-03-02", state: "published" } as const;
  expect(roundDue([spring], "2026-06-30")).toBeUndefined();
  expect(roundDue([spring], "2026-07-01")).toEqual({ half: 2, year: 2026, lastDay: "2026-12-31" });
  expect(roundDue([spring, { opensOn: "2026-12-31", state: "open" }], "2026-11-21")).toBeUndefined();
  expect(roundDue([spring], "2027-01-01")).toEqual({ half: 1, year: 2027, lastDay: "2027-06-30" });
});

test("a round that is only drawn up asks nobody", () => {
  expect(roundDue([{ opensOn: "2026-11-01", state: "draft" }], "2026-11-21")).toMatchObject({ half: 2 });
  expect(roundDue([], "2026-02-01")).toMatchObject({ half: 1 });
});
