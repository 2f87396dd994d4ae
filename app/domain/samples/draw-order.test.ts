import { expect, test } from "vitest";
import { drawFirst, markOf } from "./draw-order.server.ts";

const list = Array.from({ length: 60 }, (_, at) => ({ key: `HS-${at}` }));
const keysOf = (drawn: readonly { key: string }[]) => drawn.map(({ key }) => key);

test("the same list and seed draw the same people, in whichever order the rows stand", () => {
  const drawn = keysOf(drawFirst("một hạt giống", "don-vi/", list, 15));
  expect(drawn).toHaveLength(15);
  expect(keysOf(drawFirst("một hạt giống", "don-vi/", list.toReversed(), 15))).toEqual(drawn);
  expect(keysOf(drawFirst("một hạt giống", "don-vi/", list, 20)).slice(0, 15)).toEqual(drawn);
  expect(keysOf(drawFirst("hạt giống khác", "don-vi/", list, 15))).not.toEqual(drawn);
  expect(keysOf(drawFirst("một hạt giống", "khac/", list, 15))).not.toEqual(drawn);
  expect(markOf(keysOf(list))).toBe(markOf(keysOf(list.toReversed())));
});

test("a draw can be repeated with nothing but a hash: these are the first three of a known seed", () => {
  // printf 'a/\nHS-14' | openssl dgst -sha256 -hmac 1 gives 0596…; then come 0aa7… and 129c…
  expect(keysOf(drawFirst("1", "a/", list, 3))).toEqual(["HS-14", "HS-10", "HS-22"]);
});

test("over many seeds every row is drawn equally often, alone and in pairs", () => {
  const seeds = 3000;
  const n = 15;
  const times = new Map<string, number>();
  let pair = 0;
  for (let seed = 0; seed < seeds; seed += 1) {
    const drawn = keysOf(drawFirst(`seed ${seed}`, "a/", list, n));
    for (const key of drawn) times.set(key, (times.get(key) ?? 0) + 1);
    if (drawn.includes("HS-0") && drawn.includes("HS-1")) pair += 1;
  }
  const share = n / list.length;
  const expected = seeds * share;
  // Counts of a draw without replacement vary less than independent ones: (N − 1) / N of the sum is chi-square with N − 1
  // degrees of freedom. 59 degrees: 0.05 % lie below 29.6, 0.05 % above 101.4.
  const sum = list.reduce((all, { key }) => all + ((times.get(key) ?? 0) - expected) ** 2 / (expected * (1 - share)), 0);
  const chiSquare = (sum * (list.length - 1)) / list.length;
  expect(chiSquare).toBeGreaterThan(29.6);
  expect(chiSquare).toBeLessThan(101.4);
  const both = (n * (n - 1)) / (list.length * (list.length - 1));
  expect(Math.abs(pair - seeds * both)).toBeLessThan(4 * Math.sqrt(seeds * both * (1 - both)));
});
