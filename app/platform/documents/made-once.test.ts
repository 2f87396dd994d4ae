import { expect, test } from "vitest";
import { madeOnce } from "./made-once.server.ts";

test("a file asked for many times is made once, another one anew, and the one asked for longest ago is forgotten", async () => {
  const of = madeOnce<string>(2);
  let makings = 0;
  const ask = (from: string) =>
    of(from, async () => {
      makings += 1;
      return `file of ${from}`;
    });
  expect(await Promise.all([ask("a"), ask("a"), ask("a")])).toEqual(["file of a", "file of a", "file of a"]);
  expect(makings).toBe(1);
  expect(await ask("b")).toBe("file of b");
  await ask("a");
  await ask("c");
  expect(makings).toBe(3);
  await ask("a");
  expect(makings).toBe(3);
  await ask("b");
  expect(makings).toBe(4);
});

test("a making that failed is no file: the next who asks has it tried again", async () => {
  const of = madeOnce<string>(2);
  await expect(of("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await of("a", () => Promise.resolve("made"))).toBe("made");
});
