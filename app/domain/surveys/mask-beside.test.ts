import fc from "fast-check";
import { expect, test } from "vitest";
import { attackEditions, type Part, type Published } from "#tests/support/survey-attack/attack-editions.ts";
import { type Cell, countCells, type Sheet, smallRounds, smallRoundsWithPolicies } from "#tests/support/survey-attack/world.ts";
import { figureOfRate } from "../insights/figures.ts";
import type { SlipCount } from "./count-slips.server.ts";
import { chooseUnits, maskBeside } from "./mask-beside.ts";
import { type CountsMask, maskCounts } from "./mask-counts.ts";
import { maskUsedSlips } from "./mask-used-slips.ts";
import type { UnitsShown } from "./set-aside.ts";

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

/** The counts of an edition and what it left out, by what the editions until then told apart. */
function editionOf(finest: readonly Part[], edition: number) {
  const parts = new Map<string, { sheets: Sheet[]; leftOutOf: number[] }>();
  for (const { sheets, leftOutOf } of finest) {
    const known = leftOutOf.filter((one) => one <= edition);
    parts.set(known.join(), { sheets: [...(parts.get(known.join())?.sheets ?? []), ...sheets], leftOutOf: known });
  }
  const isOut = (leftOutOf: readonly number[]) => leftOutOf.includes(edition);
  return {
    counts: countCells([...parts.values()].filter(({ leftOutOf }) => !isOut(leftOutOf)).flatMap(({ sheets }) => sheets)),
    setAside: [...parts.values()]
      .filter(({ leftOutOf }) => leftOutOf.length > 0)
      .map(({ sheets, leftOutOf }) => ({
        counts: countCells(sheets),
        isOut: isOut(leftOutOf),
        leftOutBefore: leftOutOf.filter((one) => one < edition),
      })),
  };
}

/** Desk slips used, as many as sheets that came by slip. */
function slipsOf(counts: readonly Cell[]): SlipCount[] {
  const units = [...new Set(counts.filter(({ mode }) => mode === "desk_slip").map(({ unitId }) => unitId))];
  return units.map((unitId) => {
    const used = counts.filter((cell) => cell.unitId === unitId && cell.mode === "desk_slip").reduce((sum, { sheets }) => sum + sheets, 0);
    return { unitId, issued: 1000, used, returned: figureOfRate("slip_return_rate", used, 1000) };
  });
}

/** All that is published of a round in its life: while it is open, and each edition; undefined where one of them may not be published. */
function lifeOf(parts: readonly Part[], editions: number): (Published & { mask: CountsMask })[] | undefined {
  const received = countCells(parts.flatMap(({ sheets }) => sheets));
  const slips = slipsOf(received);
  const tell = (counts: readonly Cell[], mask: CountsMask) => {
    const shown = maskUsedSlips(slips, [{ group: "self_selected", counts, mask }]);
    return { units: shown.units.flatMap(({ unitId, used }) => (used === null ? [] : [unitId])), total: shown.total.used !== null };
  };
  const open = maskCounts(received);
  const published: Published[] = [{ parts, mask: open, slips: tell(received, open) }];
  const shown: UnitsShown[] = [];
  for (let edition = 1; edition <= editions; edition += 1) {
    const { counts, setAside } = editionOf(parts, edition);
    const units = chooseUnits(counts, setAside, shown, slips);
    const mask = maskBeside(counts, setAside, units);
    expect(mask.isSafe).toBe(units !== null);
    if (!mask.isSafe) return undefined;
    shown.push(units);
    const held = parts.filter(({ leftOutOf }) => !leftOutOf.includes(edition));
    published.push({ parts: held, mask, slips: tell(mask.received.counts as Cell[], mask.received.mask) });
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
  const { tried, withUnits } = attackAll(rounds, 1, { numRuns: 600, seed });
  expect(tried).toBeGreaterThan(90);
  expect(withUnits).toBeGreaterThan(30);
});

test("nor do those of a form that asks about policies too", () => {
  const rounds = fc.tuple(smallRoundsWithPolicies, rules).map(([list, rule]) => partsOf(list, rule));
  expect(attackAll(rounds, 1, { numRuns: 400, seed: 5 }).tried).toBeGreaterThan(50);
});

test("nor those of a correction, beside those of the open round and of the first edition", () => {
  const rounds = fc.tuple(smallRounds, rules, rules, fc.boolean()).map(([list, first, second, withdraws]) => partsOf(list, first, second, withdraws));
  const { tried, withUnits } = attackAll(rounds, 2, { numRuns: 800, seed: 20_261_122 });
  expect(tried).toBeGreaterThan(80);
  expect(withUnits).toBeGreaterThan(27);
});

/** A round that kept some sheets and left others out. */
const outOf = (kept: Sheet[], out: Sheet[]): Part[] => [
  { sheets: kept, leftOutOf: [] },
  { sheets: out, leftOutOf: [1] },
];

const alike = (n: number, unit: number, procedure: number, mode: Sheet["mode"]): Sheet[] =>
  Array.from({ length: n }, () => ({ unit, procedure, mode, answers: [4, 5, 4] }));

test("without regard to what was left out, the same attack finds it", () => {
  const parts = outOf([...alike(30, 0, 0, "open_link"), ...alike(30, 1, 0, "open_link")], [...alike(2, 0, 0, "kiosk"), ...alike(9, 1, 0, "kiosk")]);
  const [open, edition] = lifeOf(parts, 1) ?? [];
  if (!open || !edition) throw new Error("Nothing may be published");
  expect(attackEditions(parts, [open, { ...edition, mask: maskCounts(countCells([...(parts[0]?.sheets ?? [])])) }])).not.toEqual([]);
  expect(attackEditions(parts, [open, edition])).toEqual([]);
});

/** Which of the units 0 to 3 the first edition shows; undefined where it may not be published. */
const shownOf = (parts: Part[]) => {
  const edition = lifeOf(parts, 1)?.[1];
  return edition && [0, 1, 2, 3].filter((unit) => edition.mask.showing({ unitId: `u${unit}` }) !== "nothing");
};

test("two units that lost two and one are not told together by hiding just them", () => {
  const units = [0, 1, 2, 3];
  const kept = units.flatMap((unit) => alike(30, unit, 0, "open_link"));
  const lost = [2, 1, 9, 10];
  // The whole less the units that are shown would be the three: one more is hidden, the one that lost fewest of the others.
  expect(
    shownOf(
      outOf(
        kept,
        units.flatMap((unit) => alike(lost[unit] ?? 0, unit, 0, "kiosk")),
      ),
    ),
  ).toEqual([3]);
});

test("nor are three units that lost one each, in a round with hundreds of places of a single person", () => {
  const lost = [1, 1, 1, 9, 10];
  const singles = Array.from({ length: 400 }, (_, nth) => alike(1, 5 + (nth % 4), 1 + Math.floor(nth / 4), "open_link")).flat();
  const kept = [...lost.flatMap((_, unit) => alike(30, unit, 0, "open_link")), ...singles];
  const parts = outOf(
    kept,
    lost.flatMap((n, unit) => alike(n, unit, 0, "kiosk")),
  );
  const edition = lifeOf(parts, 1)?.[1];
  expect([0, 1, 2, 3, 4].filter((unit) => edition?.mask.showing({ unitId: `u${unit}` }) !== "nothing")).toEqual([4]);
});

test("two who came neither by slip are not told, at whichever procedure they were", () => {
  const others = [...alike(30, 1, 0, "open_link"), ...alike(30, 1, 0, "kiosk"), ...alike(30, 2, 0, "desk_slip"), ...alike(30, 2, 0, "kiosk")];
  const ofUnit = [...alike(20, 0, 0, "desk_slip"), ...alike(20, 0, 1, "desk_slip"), ...alike(1, 0, 0, "kiosk"), ...alike(1, 0, 1, "open_link")];
  const out = [...alike(8, 0, 0, "kiosk"), ...alike(6, 1, 0, "kiosk")];
  expect(shownOf(outOf([...ofUnit, ...others], out))).not.toContain(0);
});

test("few who stayed at two procedures of the one unit that lost sheets are not told by the whole", () => {
  const kept = [...alike(2, 0, 1, "open_link"), ...alike(1, 0, 2, "open_link"), ...alike(20, 0, 3, "open_link"), ...alike(60, 1, 1, "open_link")];
  expect(lifeOf(outOf(kept, [...alike(4, 0, 1, "kiosk"), ...alike(5, 0, 2, "kiosk")]), 1)).toBeUndefined();
});

test("where slips used were told of a unit, it is not shown without the kiosk that left two others", () => {
  const others = [...alike(30, 1, 0, "open_link"), ...alike(12, 1, 0, "kiosk"), ...alike(30, 2, 0, "desk_slip"), ...alike(30, 2, 0, "kiosk")];
  const day = alike(8, 0, 0, "kiosk");
  const without = outOf([...alike(20, 0, 0, "desk_slip"), ...alike(2, 0, 0, "kiosk"), ...others], [...day, ...alike(6, 1, 0, "kiosk")]);
  expect(shownOf(without)).not.toContain(0);
  const many = outOf([...alike(20, 0, 0, "desk_slip"), ...alike(7, 0, 0, "kiosk"), ...others], [...day, ...alike(6, 1, 0, "kiosk")]);
  expect(shownOf(many)).toContain(0);
});

test("the order of counts changes nothing", () => {
  fc.assert(
    fc.property(fc.tuple(smallRounds, rules), fc.infiniteStream(fc.nat(1000)), ([list, rule], chance) => {
      const { counts, setAside } = editionOf(partsOf(list, rule), 1);
      const shuffled = (cells: readonly Cell[]) =>
        cells
          .map((cell) => ({ cell, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ cell }) => cell);
      const other = setAside.map((part) => ({ ...part, counts: shuffled(part.counts) }));
      const units = chooseUnits(counts, setAside, [], []);
      expect(chooseUnits(shuffled(counts), other, [], [])).toEqual(units);
      const [one, two] = [maskBeside(counts, setAside, units), maskBeside(shuffled(counts), other, units)];
      for (const unitId of [undefined, "u0", "u1", "u2", "u3"]) {
        for (const procedureId of [undefined, null, "p1", "p2", "p3"]) {
          expect(two.showing({ unitId, procedureId })).toBe(one.showing({ unitId, procedureId }));
        }
      }
    }),
    { numRuns: 300, seed: 3 },
  );
});

test("a kiosk broken at each of a hundred units hides few of them", () => {
  const units = Array.from({ length: 100 }, (_, unit) => unit);
  const at = (mode: Sheet["mode"], n: number) =>
    units.flatMap((unit) => [0, 1, 2].flatMap((nth) => alike(n + ((unit * 7 + nth) % 9), unit, (unit + nth * 11) % 60, mode)));
  const { counts, setAside } = editionOf(outOf([...at("open_link", 20), ...at("desk_slip", 15)], at("kiosk", 2)), 1);
  expect(chooseUnits(counts, setAside, [], [])?.length).toBeGreaterThan(60);
});
