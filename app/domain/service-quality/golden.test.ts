import { expect, test } from "vitest";
import decision766 from "#db/seed/data/service-rules-decision-766.json" with { type: "json" };
import oneStop from "#db/seed/data/service-rules-one-stop.json" with { type: "json" };
import { figuresOfMonth, pointsOf } from "./month-figures.ts";
import type { MonthSnapshot } from "./month-snapshot.ts";
import { daysOf, monthsOf, periodBefore, quarterOf } from "./period.ts";
import { Decision766Rules, OneStopRules } from "./rules-schema.ts";
import { pointsOfAttitude, pointsOfDossiers, pointsOfShare, totalOf } from "./score-line.ts";
import { threeLevelRows } from "./three-levels.ts";

const scores = OneStopRules.parse(oneStop);
const rules = Decision766Rules.parse(decision766);
const computation = (code: string) => scores.indicators.find((one) => one.code === code)?.computation;

test("nine indicators of two points make 18; ranks begin at 15, 12, 9 and 6", () => {
  const given = (points: readonly (0 | 1 | 2 | null)[]) =>
    totalOf(scores, new Map(scores.indicators.map(({ code }, at) => [code, points[at] ?? null])));
  // 2·6 + 1·3 + 0·0 = 15 of 18
  expect(given([2, 2, 2, 2, 2, 2, 1, 1, 1])).toEqual({ points: 15, most: 18, missing: [], rank: "excellent" });
  // 2·5 + 1·4 = 14 → below 15; 2·3 + 1·6 = 12; 1·9 = 9; 1·6 = 6; 1·5 = 5
  expect(given([2, 2, 2, 2, 2, 1, 1, 1, 1]).rank).toBe("good");
  expect(given([2, 2, 2, 1, 1, 1, 1, 1, 1])).toMatchObject({ points: 12, rank: "good" });
  expect(given([1, 1, 1, 1, 1, 1, 1, 1, 1])).toMatchObject({ points: 9, rank: "fair" });
  expect(given([1, 1, 1, 1, 1, 1, 0, 0, 0])).toMatchObject({ points: 6, rank: "average" });
  expect(given([1, 1, 1, 1, 1, 0, 0, 0, 0])).toMatchObject({ points: 5, rank: "weak" });
  // Eight indicators of 2 are 16 points, but the ninth has none: no rank, and it is not counted as 0.
  expect(given([2, 2, 2, 2, 2, 2, 2, 2, null])).toEqual({ points: 16, most: 18, missing: ["9"], rank: null });
});

test("dossiers, shares and attitude earn 0, 1 or 2 points at the bounds of the rules", () => {
  const dossiers = computation("1");
  const cases = computation("8");
  const attitude = computation("7");
  if (dossiers?.kind !== "dossiers" || cases?.kind !== "cases" || attitude?.kind !== "attitude") throw new Error("other rules");
  // None late and 50 of 100 early → 2; 49 early → 1; 5 late of 100 = 5 % → 1; 6 late = 6 % → 0.
  expect(pointsOfDossiers(dossiers, { sooner: 50, onTime: 50, late: 0 })).toBe(2);
  expect(pointsOfDossiers(dossiers, { sooner: 49, onTime: 51, late: 0 })).toBe(1);
  expect(pointsOfDossiers(dossiers, { sooner: 95, onTime: 0, late: 5 })).toBe(1);
  expect(pointsOfDossiers(dossiers, { sooner: 94, onTime: 0, late: 6 })).toBe(0);
  expect(pointsOfDossiers(dossiers, { sooner: 0, onTime: 0, late: 0 })).toBeNull();
  // 10 of 10 → 2; 8 of 10 = 80 % → 1; 7 of 9 = 77.8 % → 0; nothing due → no points.
  expect([pointsOfShare(cases, 10, 10), pointsOfShare(cases, 8, 10), pointsOfShare(cases, 7, 9), pointsOfShare(cases, 0, 0)]).toEqual([
    2,
    1,
    0,
    null,
  ]);
  // 2 of 40 = 5 % → 2; 3 of 40 = 7.5 % → 1; 9 of 40 = 22.5 % → 0; 4 slips say nothing; an upheld report says all.
  const said = (dissatisfied: number, answered: number, upheld = 0) => pointsOfAttitude(attitude, { upheld, dissatisfied, answered, fewest: 5 });
  expect([said(2, 40), said(3, 40), said(9, 40), said(0, 4), said(0, 40, 1)]).toEqual([2, 1, 0, null, 0]);
});

test("points of a sub-index are in proportion, two decimals half up, and full from their threshold on", () => {
  // 17 of 20 = 85 % of 6 = 5.1
  expect(pointsOf({ max: 6, fullAt: 100 }, { numerator: 17, denominator: 20 })).toBe(5.1);
  // 1 of 3 of 4 = 1.3333… → 1.33; 2 of 3 of 4 = 2.6667 → 2.67; 1 of 8 of 1 = 0.125 → 0.13
  expect(pointsOf({ max: 4, fullAt: 100 }, { numerator: 1, denominator: 3 })).toBe(1.33);
  expect(pointsOf({ max: 4, fullAt: 100 }, { numerator: 2, denominator: 3 })).toBe(2.67);
  expect(pointsOf({ max: 1, fullAt: 100 }, { numerator: 1, denominator: 8 })).toBe(0.13);
  // 5.4: from 90 % full; 81 of 100: 81 × 6 ÷ 90 = 5.4
  expect(pointsOf({ max: 6, fullAt: 90 }, { numerator: 90, denominator: 100 })).toBe(6);
  expect(pointsOf({ max: 6, fullAt: 90 }, { numerator: 81, denominator: 100 })).toBe(5.4);
  // A province that gives 2.5 points, full from 62.5 %: 50 of 100 → 50 × 2.5 ÷ 62.5 = 2
  expect(pointsOf({ max: 2.5, fullAt: 62.5 }, { numerator: 50, denominator: 100 })).toBe(2);
});

const procedure = { version: 1, decidedOn: null, effectiveOn: "2026-01-01", publishDueOn: null, publishedOn: null };
const steps = [{ step: "answer" as const, from: "2026-10-01", due: "2026-10-22", endedOn: "2026-10-20", late: false }];
const snapshot: MonthSnapshot = {
  month: "2026-10",
  calendarVersion: 1,
  procedures: [
    { ...procedure, code: "A", inForce: true, missing: [], decidedInTime: true, publishedInTime: true },
    { ...procedure, code: "B", inForce: true, missing: [], decidedInTime: true, publishedInTime: false },
    { ...procedure, code: "C", inForce: true, missing: ["steps"], decidedInTime: false, publishedInTime: null },
    { ...procedure, code: "D", inForce: false, missing: ["steps"], decidedInTime: null, publishedInTime: null },
  ],
  cases: [
    { code: "1", steps, faults: [] },
    { code: "2", steps, faults: ["answered_late"] },
    { code: "3", steps, faults: ["disliked"] },
    { code: "4", steps, faults: [] },
    { code: "5", steps, faults: ["published_late", "repeated"] },
    { code: "6", steps, faults: [] },
    { code: "7", steps, faults: [] },
    { code: "8", steps, faults: [] },
    // Every step ended in September; the senders rated in October.
    { code: "9", steps: [], faults: ["disliked"] },
    { code: "10", steps: [], faults: [] },
  ],
  received: { all: 7, classified: 6 },
  dossiers: { all: 400, late: 40, reported: 36, source: "Một cửa điện tử", importedOn: "2026-11-02" },
  entered: [{ code: "2.1", numerator: 385, denominator: 400, source: "Một cửa điện tử", enteredOn: "2026-11-02" }],
};

test("a month worked out by hand gives these figures, and gives them again", () => {
  const figures = figuresOfMonth(rules, snapshot);
  const of = (code: string) => {
    const found = figures.groups.flatMap(({ items }) => items).find((one) => one.code === code);
    return [found?.mark, found?.numerator, found?.denominator, found?.rate.value, found?.points.value];
  };
  // 1.1: two of three decisions early enough: 66.67 %, 2/3 × 6 = 4
  expect(of("1.1")).toEqual(["computed", 2, 3, 66.67, 4]);
  // 1.2: one of two public in time: 50 %, 2 of 4
  expect(of("1.2")).toEqual(["computed", 1, 2, 50, 2]);
  // 1.3: of the three in force two are complete: 2/3 × 2 = 1.33
  expect(of("1.3")).toEqual(["computed", 2, 3, 66.67, 1.33]);
  // 5.1 is watched only: 6 of 7 = 85.71 %, no points to earn
  expect(of("5.1")).toEqual(["computed", 6, 7, 85.71, 0]);
  // 5.2: cases 2 and 5 are late: 6 of 8 = 75 %, 4.5 of 6
  expect(of("5.2")).toEqual(["computed", 6, 8, 75, 4.5]);
  // 5.3: with the two that were only rated; 2, 3, 5 and 9 count against it: 6 of 10 = 60 %, 0.6 × 6 = 3.6
  expect(of("5.3")).toEqual(["computed", 6, 10, 60, 3.6]);
  // 5.4: 100 % − 10 % late − 9 % reported on = 81 %; 81 × 6 ÷ 90 = 5.4; its dossiers were brought in
  expect(of("5.4")).toEqual(["imported", 324, 400, 81, 5.4]);
  // 2.1 was entered: 385 of 400 = 96.25 %, 19.25 of 20
  expect(of("2.1")).toEqual(["imported", 385, 400, 96.25, 19.25]);
  expect(of("1.4")).toEqual(["missing", null, null, null, null]);
  // 4 + 2 + 1.33 + 19.25 + 0 + 4.5 + 3.6 + 5.4 = 40.08, of 6 + 4 + 2 + 20 + 0 + 6 + 6 + 6 = 50
  expect([figures.points, figures.most]).toEqual([40.08, 50]);
  expect(JSON.stringify(figuresOfMonth(rules, JSON.parse(JSON.stringify(snapshot)) as MonthSnapshot))).toBe(JSON.stringify(figures));
});

test("a share of nothing does not apply; it is neither 0 nor full", () => {
  const empty: MonthSnapshot = { ...snapshot, procedures: [], cases: [], received: { all: 0, classified: 0 }, dossiers: null, entered: [] };
  const { groups, points, most } = figuresOfMonth(rules, empty);
  const marks = new Map(groups.flatMap(({ items }) => items.map((one) => [one.code, one] as const)));
  expect(marks.get("1.3")).toMatchObject({ mark: "no_base", denominator: 0, rate: { value: null }, points: { value: null } });
  expect(marks.get("5.4")).toMatchObject({ mark: "missing" });
  expect([points, most]).toEqual([0, 0]);
});

test("weights are data: group 5 split as 5, 5, 2 and 6 is taken, a split that does not add up is not", () => {
  const split = (maxima: readonly number[]) =>
    Decision766Rules.safeParse({
      ...rules,
      groups: rules.groups.map((group) =>
        group.code === "5" ? { ...group, items: group.items.map((item, at) => ({ ...item, max: maxima[at] ?? 0 })) } : group,
      ),
    });
  expect(split([5, 5, 2, 6]).success).toBe(true);
  expect(split([5, 5, 2, 5]).success).toBe(false);
  expect(rules.groups.reduce((sum, { max }) => sum + max, 0)).toBe(100);
});

test("three-level shares with Wilson’s interval; few slips are hidden, and so is what would give them away", () => {
  const slips = (unitId: string, quarter: string, levels: readonly [number, number, number]) => ({ unitId, quarter, levels });
  const rowsOf = (received: ReturnType<typeof slips>[]) => threeLevelRows([{ counted: received, received }]);
  const rows = rowsOf([
    slips("a", "2026-Q2", [6, 20, 14]),
    slips("b", "2026-Q2", [0, 10, 10]),
    slips("a", "2026-Q3", [8, 18, 20]),
    slips("b", "2026-Q3", [1, 1, 1]),
    slips("c", "2026-Q3", [0, 30, 30]),
    slips("c", "2026-Q2", [5, 30, 30]),
  ]);
  const row = (unitId: string | null, quarter: string) => rows.find((one) => one.unitId === unitId && one.quarter === quarter);
  // 6, 20 and 14 of 40: 15 %, 50 %, 35 %. Wilson 95 % of 6/40: (0.15 + 0.04802 ± 1.96·√(0.0031875 + 0.0005764)) ÷ 1.09604 = 7.06 % … 29.07 %
  const shown = rows.filter(({ counts }) => counts !== null);
  expect(shown.length).toBeGreaterThan(2);
  expect(row("b", "2026-Q3")).toMatchObject({ counts: null, figures: [{ suppressed: true, value: null }, {}, {}] });
  for (const { counts, figures } of shown) expect((counts?.[0] ?? 0) + (counts?.[1] ?? 0) + (counts?.[2] ?? 0)).toBe(figures[0].n);
  // b’s third quarter has three slips: with the totals of its column shown, another unit’s cell goes with it.
  expect(rows.filter(({ quarter, unitId, counts }) => quarter === "2026-Q3" && unitId !== null && counts === null).length).toBeGreaterThan(1);
  const [alone] = rowsOf([slips("a", "2026-Q2", [6, 20, 14])]).filter(({ unitId }) => unitId === "a");
  expect(alone?.figures).toMatchObject([{ metric: "three_level_share", value: 15, n: 40, low: 7.06, high: 29.07 }, { value: 50 }, { value: 35 }]);
});

test("quarters and months have their days", () => {
  expect(daysOf("2026-Q4")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(daysOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect([daysOf("2026-Q5"), daysOf("2026-13"), daysOf("x")]).toEqual([undefined, undefined, undefined]);
  expect([periodBefore("2026-Q1"), periodBefore("2026-01"), quarterOf("2026-09-30")]).toEqual(["2025-Q4", "2025-12", "2026-Q3"]);
  expect(monthsOf("2026-Q3")).toEqual(["2026-07", "2026-08", "2026-09"]);
});
