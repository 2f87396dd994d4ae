import fc from "fast-check";
import { expect, test } from "vitest";
import { attack } from "#tests/support/survey-attack/attack.ts";
import { readEverything } from "#tests/support/survey-attack/read-everything.ts";
import { countCells, roundOf, type Sheet, smallRounds, smallRoundsWithPolicies } from "#tests/support/survey-attack/world.ts";
import { type CountsMask, maskCounts } from "./mask-counts.ts";

/** Small figures are hidden still, but nothing is hidden for their sake. */
const noCover: CountsMask = { showing: () => "detail", modeIsShown: () => true };

function leaksOf(sheets: readonly Sheet[], options: { mask?: CountsMask; bounds?: boolean } = {}) {
  const counts = countCells(sheets);
  const mask = options.mask ?? maskCounts(counts);
  const round = roundOf(4, "pooled", { policies: (sheets[0]?.answers.length ?? 0) > 3 });
  return attack(counts, readEverything(round, { group: "self_selected", counts, mask }), options);
}

const sheets = (n: number, unit: number, procedure = 0, mode: Sheet["mode"] = "open_link"): Sheet[] =>
  Array.from({ length: n }, () => ({ unit, procedure, mode, answers: [4, 5, 4] }));

test("nothing published by all doors lets a group of fewer than five be computed", () => {
  fc.assert(
    fc.property(smallRounds, (list) => {
      expect(leaksOf(list, { bounds: false })).toEqual([]);
    }),
    { numRuns: 400, endOnFailure: true },
  );
});

test("nor be bounded to one, two, three or four", () => {
  fc.assert(
    fc.property(smallRounds, (list) => {
      expect(leaksOf(list)).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test("nor by the index of policies beside that of services, exactly or by bounds", () => {
  fc.assert(
    fc.property(smallRoundsWithPolicies, (list) => {
      expect(leaksOf(list, { bounds: false })).toEqual([]);
    }),
    { numRuns: 150, endOnFailure: true },
  );
  fc.assert(
    fc.property(smallRoundsWithPolicies, (list) => {
      expect(leaksOf(list)).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test("the attack finds a handful who answered about policies when nothing covers them", () => {
  const list: Sheet[] = [...sheets(30, 0), ...sheets(30, 1)].map((sheet, at) => ({ ...sheet, answers: [4, 5, 4, at < 3 || at > 45 ? 4 : 0, 0] }));
  const found = leaksOf(list, { mask: noCover });
  expect(found).toContainEqual({ layer: "reached 3", group: { unitId: "u0" }, n: 3, how: "exactly" });
  expect(leaksOf(list)).toEqual([]);
});

test("the attack finds a unit that the total gives away when nothing covers it", () => {
  const list = [...sheets(3, 0), ...sheets(20, 1), ...sheets(30, 2)];
  expect(leaksOf(list, { mask: noCover })).toContainEqual({ layer: "answers 0", group: { unitId: "u0" }, n: 3, how: "exactly" });
  expect(leaksOf(list)).toEqual([]);
});

test("the attack finds it in most rounds, without cover", () => {
  let [found, small] = [0, 0];
  for (const list of fc.sample(smallRounds, { numRuns: 100, seed: 42 })) {
    const cells = countCells(list);
    if (cells.some((cell) => cell.sheets < 5) && cells.length > 1) small += 1;
    if (leaksOf(list, { mask: noCover, bounds: false }).length > 0) found += 1;
  }
  expect(small).toBeGreaterThan(50);
  expect(found).toBeGreaterThan(small * 0.9);
});

test("a sum over lines that cross no common cell is no way round: 42 − 22 − 17 leaves three people", () => {
  const list = [...sheets(12, 3), ...sheets(16, 0, 1), ...sheets(6, 2, 1), ...sheets(2, 2, 2), ...sheets(5, 3, 2), ...sheets(1, 0, 3)];
  expect(leaksOf(list)).toEqual([]);
});

test("one desk's kiosk less the desk does not tell of the one who answered at home", () => {
  const list = [...sheets(1, 0), ...sheets(5, 0, 0, "kiosk"), ...sheets(7, 1)];
  const withModes: CountsMask = { ...maskCounts(countCells(list)), modeIsShown: () => true };
  expect(leaksOf(list, { mask: withModes })).not.toEqual([]);
  expect(leaksOf(list)).toEqual([]);
});

test("the attack by bounds finds what cannot be computed and is small all the same", () => {
  const give = (n: number, procedure: number, mode: Sheet["mode"], answers: number[]): Sheet[] =>
    Array.from({ length: n }, () => ({ unit: 1, procedure, mode, answers }));
  const list = [
    ...give(2, 1, "open_link", [4, 4, 4]),
    ...give(3, 1, "open_link", [4, 0, 4]),
    ...give(1, 1, "open_link", [0, 4, 0]),
    ...give(12, 2, "desk_slip", [4, 4, 4]),
    ...give(3, 2, "desk_slip", [4, 0, 0]),
    ...give(1, 2, "desk_slip", [4, 4, 0]),
    ...give(1, 2, "desk_slip", [0, 4, 0]),
    ...give(1, 2, "desk_slip", [0, 0, 4]),
  ];
  const withModes: CountsMask = { ...maskCounts(countCells(list)), modeIsShown: () => true };
  expect(leaksOf(list, { mask: withModes })).toContainEqual({
    layer: "answers 1",
    group: { mode: "open_link" },
    n: 3,
    how: "by bounds",
    range: [2, 4],
  });
  expect(leaksOf(list)).toEqual([]);
});

test("ways of answering are shown where large places make small groups indistinct", () => {
  const large = [
    ...sheets(40, 0),
    ...sheets(40, 0, 0, "kiosk"),
    ...sheets(50, 1),
    ...sheets(2, 1, 0, "kiosk"),
    ...sheets(3, 1, 1, "kiosk"),
    ...sheets(60, 0, 1),
  ];
  const mask = maskCounts(countCells(large));
  expect([mask.modeIsShown("open_link"), mask.modeIsShown("kiosk")]).toEqual([true, true]);
  expect(leaksOf(large)).toEqual([]);
});
