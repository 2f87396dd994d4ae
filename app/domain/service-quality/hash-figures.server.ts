import { createHash } from "node:crypto";
import type { MonthFigures } from "./month-figures.ts";

/**
 * SHA-256, hex, of the figures of a month as they follow from snapshot and rules: of the numbers alone, so that a month stays as it
 * was published when a figure comes to tell more about itself.
 */
export function hashFigures({ groups, points, most }: MonthFigures): string {
  const numbers = groups.flatMap(({ items }) =>
    items.map(({ code, mark, numerator, denominator, rate, points: earned }) => [code, mark, numerator, denominator, rate.value, earned.value]),
  );
  return createHash("sha256")
    .update(JSON.stringify([...numbers, [points, most]]))
    .digest("hex");
}
