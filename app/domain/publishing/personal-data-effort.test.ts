import { afterEach, expect, test, vi } from "vitest";
import { findPersonalData } from "./personal-data.ts";

/** Pieces which, repeated, make a pattern start often, read far and fail late. */
const hostile = [
  "0 ",
  "1.",
  "a@",
  "a.",
  "a at ",
  "STK ",
  "MST: 1",
  "CCCD 0 ",
  "Ông ",
  "Nguyễn Văn ",
  "Nguyễn ",
  "NGUYỄN THỊ ",
  "79A-",
  "056 ",
  "0905123456 ",
  "số 1 đường ",
  "tổ 1, thôn ",
  "thôn A, ",
  "ở số nhà ",
  "sinh ngày 1/",
  "không chín ",
  "tên là ",
  "1/1/",
  "H15.",
  "tcvn 1-",
  "\u0301",
  "e\u0301\u0302",
  "\u200B",
  "(((",
  "biển A",
  "hộ chiếu a",
  "ngân hàng 1 ",
];

afterEach(() => vi.restoreAllMocks());

// Taken before it is watched.
const original = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec")?.value as (this: RegExp, given: string) => RegExpExecArray | null;

/**
 * The steps of reading a text: every character a pattern swept over, and every pattern that ran. A pattern that runs with
 * `g` sweeps from where it stood to the end of its match, one with `y` only its match, others all they were given.
 */
function countSteps(text: string): { steps: number; patterns: Set<string> } {
  let steps = 0;
  const patterns = new Set<string>();
  const spy = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, given: string) {
    patterns.add(this.source);
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = original.call(this, given);
    const end = match ? match.index + match[0].length : this.sticky ? from : given.length;
    steps += 1 + Math.max(0, end - from);
    return match;
  });
  findPersonalData(text);
  spy.mockRestore();
  return { steps, patterns };
}

test.each(hostile)("twice the text is twice the work, however hostile: %j", (piece) => {
  const of = (length: number) => countSteps(piece.repeat(Math.ceil(length / piece.length)).slice(0, length)).steps;
  const [short, long] = [of(10_000), of(20_000)];
  expect(long).toBeGreaterThan(0);
  expect(long / short).toBeLessThan(2.2);
  expect(long / 20_000).toBeLessThan(400);
});

test("no pattern of the detector repeats without a bound, so that a failing try is short", () => {
  const { patterns } = countSteps(`${hostile.join(" ")} Ông Giám đốc Nguyễn Văn Thử, số 5 đường Mẫu, phường Ví Dụ, MST 4201234566, xe 79A-123.45`);
  const unbounded = [...patterns].filter((source) => /(?<!\\)(?:[*+]|\{\d+,\})/.test(source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, "x")));
  expect(patterns.size).toBeGreaterThan(40);
  expect(unbounded).toEqual([]);
});
