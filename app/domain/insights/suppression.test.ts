import fc from "fast-check";
import { expect, test } from "vitest";
import { suppressOneWay, suppressTwoWay, visibilityOf } from "./suppression.ts";

test("fewer than 5 answers are hidden, fewer than 30 are small", () => {
  expect([0, 4, 5, 29, 30].map(visibilityOf)).toEqual(["hidden", "hidden", "small", "small", "shown"]);
});

test("one hidden unit takes the next smallest with it, else the total would give it away", () => {
  expect(suppressOneWay([3, 40, 12, 90])).toEqual({ hidden: [true, false, true, false], total: false });
});

test("two hidden units that add up to fewer than five take a third with them", () => {
  expect(suppressOneWay([2, 2, 40, 12])).toEqual({ hidden: [true, true, false, true], total: false });
  expect(suppressOneWay([3, 4, 40, 12])).toEqual({ hidden: [true, true, false, false], total: false });
});

test("where nobody answered nothing is shown, and nobody else is hidden for it", () => {
  expect(suppressOneWay([0, 40, 12])).toEqual({ hidden: [true, false, false], total: false });
  expect(suppressOneWay([0, 3, 40])).toEqual({ hidden: [true, true, true], total: false });
});

test("a list too small to hide in is hidden with its total", () => {
  expect(suppressOneWay([3])).toEqual({ hidden: [true], total: true });
  expect(suppressOneWay([3, 0])).toEqual({ hidden: [true, true], total: true });
  expect(suppressOneWay([])).toEqual({ hidden: [], total: true });
});

test("a table with nothing small hides nothing", () => {
  expect(
    suppressTwoWay([
      [10, 20],
      [30, 40],
    ]),
  ).toEqual({
    hidden: [
      [false, false],
      [false, false],
    ],
    rowTotals: [false, false],
    columnTotals: [false, false],
    total: false,
  });
});

test("one small cell of a table hides a rectangle", () => {
  const mask = suppressTwoWay([
    [3, 20, 50],
    [15, 10, 60],
    [70, 80, 90],
  ]);
  expect(mask.hidden).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ]);
  expect([...mask.rowTotals, ...mask.columnTotals, mask.total]).not.toContain(true);
});

test("a table that is not one is refused", () => {
  expect(() => suppressTwoWay([[1, 2], [3]])).toThrow(RangeError);
  expect(() => suppressOneWay([-1])).toThrow(RangeError);
});

/** Cells from nought to thirty, most of them small, so that hiding is hard. */
const table = fc.record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) }).chain(({ rows, columns }) =>
  fc.array(fc.array(fc.oneof(fc.nat(4), fc.nat(8), fc.nat(60)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

test("every cell of fewer than five in a table is hidden, and so is every such total", () => {
  fc.assert(
    fc.property(table, (cells) => {
      expect(published(cells).filter(({ n, shown }) => shown && n < 5)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("no hidden cell of a table can be had by adding and subtracting what is shown", () => {
  fc.assert(
    fc.property(table, (cells) => {
      expect(recovered(published(cells))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("no total minus what is shown leaves a group of fewer than five", () => {
  fc.assert(
    fc.property(table, (cells) => {
      const leaks = linesOf(published(cells)).flatMap((line) => {
        const total = line.at(-1);
        if (!total?.shown) return [];
        const rest = line.slice(0, -1).reduce((left, cell) => left - (cell.shown ? cell.n : 0), total.n);
        return rest > 0 && rest < 5 ? [rest] : [];
      });
      expect(leaks).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

const list = fc.array(fc.oneof(fc.nat(6), fc.nat(200)), { minLength: 1, maxLength: 40 });

test("what a list hides is hidden by at least two, who are at least five, and at most one is hidden for the others’ sake", () => {
  fc.assert(
    fc.property(list, (cells) => {
      const { hidden, total } = suppressOneWay(cells);
      const secret = cells.filter((n, unit) => hidden[unit] && n > 0);
      const people = secret.reduce((all, n) => all + n, 0);
      expect(cells.every((n, unit) => n >= 5 || hidden[unit])).toBe(true);
      expect(total || secret.length === 0 || (secret.length >= 2 && people >= 5)).toBe(true);
      expect(hidden.filter((shut) => !shut).length).toBeGreaterThanOrEqual(cells.filter((n) => n >= 5).length - 1);
    }),
  );
});

type Shown = { row: number; column: number; n: number; shown: boolean };

/** The table as the public sees it, totals included. */
function published(cells: number[][]): Shown[] {
  const mask = suppressTwoWay(cells);
  const sum = (counts: number[]) => counts.reduce((all, n) => all + n, 0);
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  const columns = Array.from({ length: width }, (_, column) => cells.map((row) => row[column] ?? 0));
  return [
    ...cells.flatMap((line, row) => line.map((n, column) => ({ row, column, n, shown: !mask.hidden[row]?.[column] }))),
    ...cells.map((line, row) => ({ row, column: width, n: sum(line), shown: !mask.rowTotals[row] })),
    ...columns.map((line, column) => ({ row: height, column, n: sum(line), shown: !mask.columnTotals[column] })),
    { row: height, column: width, n: sum(cells.flat()), shown: !mask.total },
  ];
}

/** Every row and column, its total last. */
function linesOf(cells: Shown[]): Shown[][] {
  return (["row", "column"] as const).flatMap((side) => {
    const other = side === "row" ? "column" : "row";
    const numbers = [...new Set(cells.map((cell) => cell[side]))];
    return numbers.map((number) => cells.filter((cell) => cell[side] === number).sort((a, b) => a[other] - b[other]));
  });
}

/**
 * The attack: every line sums to its total, what is shown is known, and so (to help the attacker) is every cell that is
 * nought. Gauss–Jordan over a prime field; an unknown alone in its row is recovered. Gives “row,column” of each.
 */
function recovered(cells: Shown[]): string[] {
  const prime = 65_521;
  const unknowns = cells.filter((cell) => !cell.shown && cell.n > 0);
  const matrix = linesOf(cells).map((line) => unknowns.map((cell) => (cell === line.at(-1) ? prime - 1 : line.includes(cell) ? 1 : 0)));

  let rank = 0;
  for (const column of unknowns.keys()) {
    const pivot = matrix.findIndex((row, index) => index >= rank && at(row, column) !== 0);
    const chosen = matrix[pivot];
    if (!chosen) continue;
    const inverse = power(at(chosen, column), prime - 2, prime);
    const reduced = chosen.map((entry) => (entry * inverse) % prime);
    matrix.splice(pivot, 1);
    for (const [index, row] of matrix.entries()) {
      const factor = prime - at(row, column);
      matrix[index] = row.map((entry, position) => (entry + factor * at(reduced, position)) % prime);
    }
    matrix.splice(rank, 0, reduced);
    rank++;
  }
  return matrix.flatMap((row) => {
    const left = unknowns.filter((_, index) => at(row, index) !== 0);
    return left.length === 1 ? left.map((cell) => `${cell.row},${cell.column}`) : [];
  });
}

function at(row: number[], index: number): number {
  return row[index] ?? 0;
}

function power(base: number, exponent: number, modulus: number): number {
  let result = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

test("the attack used above does find cells that are badly hidden", () => {
  const cells = published([
    [30, 20],
    [15, 10],
  ]);
  const badly = cells.map((cell) => ({ ...cell, shown: !(cell.row === 0 && cell.column < 2) }));
  expect(recovered(badly)).toEqual(["0,0", "0,1"]);
});
