import { expect, test } from "vitest";
import type { Figure } from "../insights/figures.ts";
import { hashFigures } from "./hash-figures.server.ts";
import type { MonthFigure, MonthFigures } from "./month-figures.ts";

const figure = (metric: Figure["metric"], value: number): Figure => ({
  metric,
  version: 1,
  value,
  n: 8,
  low: null,
  high: null,
  suppressed: false,
  small: true,
});
const item: MonthFigure = {
  code: "5.2",
  mark: "computed",
  numerator: 6,
  denominator: 8,
  rate: figure("decision_766_rate", 75),
  points: figure("decision_766_points", 4.5),
  importedFrom: null,
  importedOn: null,
};
const month = (changed: Partial<MonthFigure> = {}): MonthFigures => ({
  groups: [{ code: "5", items: [{ ...item, ...changed }] }],
  points: 4.5,
  most: 6,
});

test("a frozen month stays what it was when a figure comes to tell more about itself, and not when a number differs", () => {
  const frozen = hashFigures(month());
  expect(frozen).toMatch(/^[0-9a-f]{64}$/);
  const told = { ...item.rate, version: 2, small: false, since: "2026-11-22" };
  expect(hashFigures(month({ rate: told }))).toBe(frozen);
  const others: Partial<MonthFigure>[] = [
    { code: "5.3" },
    { mark: "imported" },
    { numerator: 5 },
    { denominator: 9 },
    { rate: figure("decision_766_rate", 75.01) },
    { points: figure("decision_766_points", 4.51) },
  ];
  for (const other of others) expect(hashFigures(month(other))).not.toBe(frozen);
  expect(hashFigures({ ...month(), points: 4.4 })).not.toBe(frozen);
});
