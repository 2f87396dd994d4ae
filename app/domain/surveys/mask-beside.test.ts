import fc from "fast-check";
import { expect, test } from "vitest";
import { attackEditions, type Part, type Published } from "#tests/support/survey-attack/attack-editions.ts";
import { countCells, type Sheet, smallRounds, smallRoundsWithPolicies } from "#tests/support/survey-attack/world.ts";
import { type BesideMask, maskBeside } from "./mask-beside.ts";
import { maskCounts } from "./mask-counts.ts";

/** One way of answering, one unit, one way in one unit; some days, on which every second, third or fourth came. */
const rules = fc.oneof(
  fc.constantFrom<((sheet: Sheet) => boolean)[]>(
    ({ mode }) => mode === "kiosk",
    ({ unit }) => unit === 0,
    ({ unit, mode }) => unit === 0 && mode === "kiosk",
    ({ unit, mode }) => unit === 1 && mode === "desk_slip",
  ),
  fc.integer({ min: 2, max: 4 }).map((days) => (_: Sheet, index: number) => index % days === 0),
);
type Rule = (sheet: Sheet, index: number) => boolean;

/** A round of which some sheets were left out, or some and then others in a correction, those of before withdrawn or not. */
function partsOf(list: readonly Sheet[], first: Rule, second?: Rule, withdraws = false): Part[] {
  const parts = new Map<string, { sheets: Sheet[]; leftOutOf: number[] }>();
  for (const [index, sheet] of list.entries()) {
    const inFirst = first(sheet, index);
    const inSecond = second !== undefined && (second(sheet, index) || (inFirst && !withdraws));
    const leftOutOf = [...(inFirst ? [1] : []), ...(inSecond ? [2] : [])];
    const part = parts.get(leftOutOf.join()) ?? { sheets: [], leftOutOf };
    parts.set(leftOutOf.join(), { ...part, sheets: [...part.sheets, sheet] });
  }
  return [...parts.values()];
}

/** What the portal shows of an edition, by what the editions until then told apart. */
function maskOf(finest: readonly Part[], edition: number): BesideMask {
  const parts = new Map<string, { sheets: Sheet[]; leftOutOf: number[] }>();
  for (const { sheets, leftOutOf } of finest) {
    const known = leftOutOf.filter((one) => one <= edition);
    parts.set(known.join(), { sheets: [...(parts.get(known.join())?.sheets ?? []), ...sheets], leftOutOf: known });
  }
  const isOut = (leftOutOf: readonly number[]) => leftOutOf.includes(edition);
  const counted = [...parts.values()].filter(({ leftOutOf }) => !isOut(leftOutOf)).flatMap(({ sheets }) => sheets);
  const beside = [...parts.values()].filter(({ leftOutOf }) => leftOutOf.length > 0);
  return maskBeside(
    countCells(counted),
    beside.map(({ sheets, leftOutOf }) => ({
      counts: countCells(sheets),
      isOut: isOut(leftOutOf),
      leftOutBefore: leftOutOf.filter((one) => one < edition),
    })),
  );
}

/** All that is published of a round in its life: while it is open, and each edition; undefined where one of them may not be published. */
function lifeOf(parts: readonly Part[], editions: number): Published[] | undefined {
  const published: Published[] = [{ parts, mask: maskCounts(countCells(parts.flatMap(({ sheets }) => sheets))) }];
  for (let edition = 1; edition <= editions; edition += 1) {
    const mask = maskOf(parts, edition);
    if (!mask.isSafe) return undefined;
    published.push({ parts: parts.filter(({ leftOutOf }) => !leftOutOf.includes(edition)), mask });
  }
  return published;
}

/** How many rounds were attacked, and how many of their last editions show a unit that lost sheets. */
const noRounds = () => ({ tried: 0, withUnits: 0 });
function attackAll(rounds: fc.Arbitrary<Part[]>, editions: number, { numRuns, seed }: { numRuns: number; seed: number }) {
  const counted = noRounds();
  fc.assert(
    fc.property(rounds, (parts) => {
      if (!parts.some(({ leftOutOf }) => leftOutOf.length === 0) || parts.length === 1) return;
      const published = lifeOf(parts, editions);
      if (!published) return;
      counted.tried += 1;
      const touched = parts.filter(({ leftOutOf }) => leftOutOf.length > 0).flatMap(({ sheets }) => sheets.map(({ unit }) => `u${unit}`));
      if (touched.some((unitId) => published.at(-1)?.mask.showing({ unitId }) !== "nothing")) counted.withUnits += 1;
      expect(attackEditions(parts, published)).toEqual([]);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  return counted;
}

test.each([20_261_121, 777, 4242])("figures before and after a check never tell of one to four people by subtraction, seed %i", (seed) => {
  const rounds = fc.tuple(smallRounds, rules).map(([list, rule]) => partsOf(list, rule));
  const { tried, withUnits } = attackAll(rounds, 1, { numRuns: 1000, seed });
  expect(tried).toBeGreaterThan(150);
  expect(withUnits).toBeGreaterThan(50);
});

test("nor do those of a form that asks about policies too", () => {
  const rounds = fc.tuple(smallRoundsWithPolicies, rules).map(([list, rule]) => partsOf(list, rule));
  expect(attackAll(rounds, 1, { numRuns: 400, seed: 5 }).tried).toBeGreaterThan(50);
});

test("nor those of a correction, beside those of the open round and of the first edition", () => {
  const rounds = fc.tuple(smallRounds, rules, rules, fc.boolean()).map(([list, first, second, withdraws]) => partsOf(list, first, second, withdraws));
  const { tried, withUnits } = attackAll(rounds, 2, { numRuns: 1500, seed: 20_261_122 });
  expect(tried).toBeGreaterThan(150);
  expect(withUnits).toBeGreaterThan(50);
});

const alike = (n: number, unit: number, procedure: number, mode: Sheet["mode"]): Sheet[] =>
  Array.from({ length: n }, () => ({ unit, procedure, mode, answers: [4, 5, 4] }));

test("without regard to what was left out, the same attack finds it", () => {
  const kept = { sheets: [...alike(30, 0, 0, "open_link"), ...alike(30, 1, 0, "open_link")], leftOutOf: [] };
  const out = { sheets: [...alike(2, 0, 0, "kiosk"), ...alike(9, 1, 0, "kiosk")], leftOutOf: [1] };
  const parts = [kept, out];
  const open = { parts, mask: maskCounts(countCells([...kept.sheets, ...out.sheets])) };
  expect(attackEditions(parts, [open, { parts: [kept], mask: maskCounts(countCells(kept.sheets)) }])).not.toEqual([]);
  const mask = maskOf(parts, 1);
  expect(mask.isSafe).toBe(true);
  expect(attackEditions(parts, [open, { parts: [kept], mask }])).toEqual([]);
});

test("as many units are shown as can be: those that lost five and more, not the one that lost two", () => {
  const units = [0, 1, 2, 3, 4, 5];
  const kept = countCells(units.flatMap((unit) => alike(30, unit, unit % 3, "open_link")));
  const out = countCells([...alike(2, 0, 0, "kiosk"), ...units.slice(1, 4).flatMap((unit) => alike(7 + unit, unit, unit % 3, "kiosk"))]);
  const mask = maskBeside(kept, [{ counts: out, isOut: true, leftOutBefore: [] }]);
  // Unit 1 lost fewest of those that lost enough: with the whole round and all others shown, unit 0 would follow.
  expect(units.map((unit) => mask.showing({ unitId: `u${unit}` }))).toEqual(["nothing", "nothing", "detail", "detail", "detail", "detail"]);
  expect(mask.showing({})).toBe("detail");
});

test("a kiosk broken at each of a hundred units hides few of them", () => {
  const units = Array.from({ length: 100 }, (_, unit) => unit);
  const at = (mode: Sheet["mode"], n: number) =>
    countCells(units.flatMap((unit) => [0, 1, 2].flatMap((nth) => alike(n + ((unit * 7 + nth) % 9), unit, (unit + nth * 11) % 60, mode))));
  const kept = [...at("open_link", 20), ...at("desk_slip", 15)];
  const mask = maskBeside(kept, [{ counts: at("kiosk", 2), isOut: true, leftOutBefore: [] }]);
  expect(units.filter((unit) => mask.showing({ unitId: `u${unit}` }) === "detail").length).toBeGreaterThan(60);
});
