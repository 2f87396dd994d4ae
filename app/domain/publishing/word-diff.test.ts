import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffPart, diffWords } from "./word-diff.ts";

const side = (parts: readonly DiffPart[], without: DiffPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

test("a replaced number is one word gone and one mark come; the rest stays", () => {
  expect(diffWords("Gọi 0912345678 để hỏi.", "Gọi [số điện thoại] để hỏi.")).toEqual([
    { kind: "same", text: "Gọi " },
    { kind: "gone", text: "0912345678" },
    { kind: "come", text: "[số điện thoại]" },
    { kind: "same", text: " để hỏi." },
  ]);
  expect(diffWords("như cũ", "như cũ")).toEqual([{ kind: "same", text: "như cũ" }]);
  expect(diffWords("", "mới")).toEqual([{ kind: "come", text: "mới" }]);
  expect(diffWords("", "")).toEqual([]);
});

test("a mark is never shown in pieces, though its words stand in the other text", () => {
  const parts = diffWords("Dùng chữ ký số và điện thoại để được trả lời.", "Gọi [số điện thoại] để được trả lời.");
  expect(parts.filter(({ text }) => text.includes("[số điện thoại]")).map(({ kind }) => kind)).toEqual(["come"]);
});

test("whatever the texts, both can be read back from the difference", () => {
  const words = fc
    .array(fc.constantFrom("hồ", "sơ", " ", "\n", "0912", ",", "đất", "[số]", "[", "]"), { maxLength: 40 })
    .map((list) => list.join(""));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = diffWords(before, after);
      expect(side(parts, "come")).toBe(before);
      expect(side(parts, "gone")).toBe(after);
    }),
    { numRuns: 300 },
  );
});

test("texts too long for a table of words are compared by lines, and nothing is lost", () => {
  const line = (n: number) => `dòng số ${n} có nhiều chữ để dài ra thêm\n`;
  const long = Array.from({ length: 400 }, (_, n) => line(n)).join("");
  const changed = long.replace(line(200), "dòng khác\n");
  const parts = diffWords(long, changed);
  expect(side(parts, "come")).toBe(long);
  expect(side(parts, "gone")).toBe(changed);
  expect(parts.filter(({ kind }) => kind !== "same")).toHaveLength(2);
});
