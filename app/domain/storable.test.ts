import { sql } from "drizzle-orm";
import { expect, test } from "#tests/support/test.ts";
import { cut, parseStorable, storable } from "./storable.ts";

test("what a database does not take is dropped from a text, and letters of any kind stay", () => {
  expect(storable("Đúng \0hẹn 🙂")).toBe("Đúng hẹn 🙂");
  expect(storable("\ud83d một nửa \ude42")).toBe("\ufffd một nửa \ufffd");
});

test("a text is cut without halving a letter", () => {
  expect(cut("  Đúng hẹn 🙂🙂 ", 11)).toBe("Đúng hẹn 🙂");
  expect(cut("Đúng hẹn 🙂🙂", 12)).toBe("Đúng hẹn 🙂");
  expect(cut("Đúng hẹn", 300)).toBe("Đúng hẹn");
});

test("JSON that was sent can be stored whatever was escaped in its names and texts", async ({ db }) => {
  // The second is NUL only after a first pass of cleaning.
  const sent = String.raw`{"\ud800": ["a\u0000b", "c\u00\u000000d", "\ude42"], "e": {"\u0000f": 1, "g": null}}`;
  expect(() => parseStorable(sent)).toThrow(SyntaxError);
  const read = parseStorable(sent.replace(String.raw`c\u00\u000000d`, "cd"));
  const [row] = await db.execute<{ stored: unknown }>(sql`select ${JSON.stringify(read)}::jsonb as stored`);
  expect(row?.stored).toEqual({ "\ufffd": ["ab", "cd", "\ufffd"], e: { f: 1, g: null } });
});

test("JSON that is nested beyond reason is no JSON", () => {
  expect(() => parseStorable("[".repeat(200_000) + "]".repeat(200_000))).toThrow(RangeError);
});
