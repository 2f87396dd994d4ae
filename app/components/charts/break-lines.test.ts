import { expect, test } from "vitest";
import { breakLines, widthOf } from "./break-lines.ts";

test("a long Vietnamese label breaks between words and loses none", () => {
  const label = "Việc tiếp nhận, xử lý ý kiến góp ý, phản ánh, kiến nghị của người dân";
  const lines = breakLines(label, { width: 236, size: 15, lines: 4 });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(label);
  for (const line of lines) expect(widthOf(line, 15)).toBeLessThanOrEqual(236);
});

test("a label that needs too many lines ends in an ellipsis inside the width", () => {
  const lines = breakLines("Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh", { width: 120, size: 15, lines: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
  expect(widthOf(lines[1] ?? "", 15)).toBeLessThanOrEqual(120);
});

test("a word longer than the line is cut, not drawn over the bar", () => {
  const [line] = breakLines("a".repeat(200), { width: 100, size: 15, lines: 2 });
  expect(widthOf(line ?? "a".repeat(200), 15)).toBeLessThanOrEqual(100);
});

test("diacritics add no width", () => {
  expect(widthOf("Ễ Ặ ữ", 16)).toBeCloseTo(widthOf("E A u", 16));
});
