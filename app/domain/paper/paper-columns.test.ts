import { expect, test } from "vitest";
import { normalCell, readCell } from "./paper-columns.ts";

const words = { vi: "Câu", en: "Question" };
const common = { code: "Q", text: words, required: false, part: "service" as const };
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `o${index + 1}`, label: words }));
const scale = { ...common, kind: "scale5" as const };
const several = (count: number) => ({ ...common, kind: "multiple" as const, options: options(count) });

test("five levels are one digit; blank and nought are no answer; six only where it may not apply", () => {
  expect(["1", "5", " 3 "].map((typed) => readCell(scale, typed))).toEqual([1, 5, 3]);
  expect(["", "0"].map((typed) => readCell(scale, typed))).toEqual([null, null]);
  expect(["6", "9", "12", "x", "-1"].map((typed) => readCell(scale, typed))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(readCell({ ...scale, notApplicable: true }, "6")).toBe("na");
});

test("one choice is its number, several are theirs, together or apart, and none twice", () => {
  const single = { ...common, kind: "single" as const, options: options(12) };
  expect(["3", "12", "13", "1 2"].map((typed) => readCell(single, typed))).toEqual(["o3", "o12", undefined, undefined]);
  expect(readCell(several(5), "135")).toEqual(["o1", "o3", "o5"]);
  expect(readCell(several(5), "1, 3;5")).toEqual(["o1", "o3", "o5"]);
  expect(readCell(several(12), "11 12")).toEqual(["o11", "o12"]);
  expect(readCell(several(5), "11")).toBeUndefined();
  expect(readCell({ ...common, kind: "yesno" }, "2")).toBe("no");
});

test("three levels, numbers, rankings and texts", () => {
  expect(["1", "3", "4"].map((typed) => readCell({ ...common, kind: "scale3" }, typed))).toEqual(["1", "3", undefined]);
  expect(readCell({ ...common, kind: "scale3", notApplicable: true }, "4")).toBe("na");
  expect(readCell({ ...common, kind: "number", min: 0, max: 99 }, "07")).toBe(7);
  expect(readCell({ ...common, kind: "ranking", options: options(4) }, "312")).toEqual(["o3", "o1", "o2"]);
  expect(readCell({ ...common, kind: "text", lines: "long" }, " Rất tốt. ")).toBe("Rất tốt.");
});

test("the same answer typed in two ways is the same; the order counts in a ranking only", () => {
  expect(normalCell(several(5), "31")).toBe(normalCell(several(5), "1, 3"));
  const ranking = { ...common, kind: "ranking" as const, options: options(4) };
  expect(normalCell(ranking, "31")).not.toBe(normalCell(ranking, "13"));
  expect(normalCell(scale, "0")).toBe(normalCell(scale, ""));
  expect(normalCell(scale, "9")).not.toBe(normalCell(scale, "8"));
});
