import { expect, test } from "vitest";
import { readRevision } from "./revision.ts";

test("a revision is read as the form has it, and nothing reaches the database that its column cannot hold", () => {
  expect(readRevision("12")).toBe(12);
  for (const typed of [undefined, null, "", "1.5", "-1", "1e12", "99999999999", "NaN", "Infinity"]) {
    expect(readRevision(typed)).toBe(0);
    expect(readRevision(typed, -1)).toBe(-1);
  }
});
