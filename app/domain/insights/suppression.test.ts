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
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.oneof(fc.nat(4), fc.nat(8), fc.nat(60)), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

test("no hidden cell of a table can be had by adding and subtracting what is shown", () => {
  fc.assert(
    fc.property(table, (cells) => {
      const { shown, full } = published(cells);
      for (const [row, line] of full.entries()) {
        for (const [column, n] of line.entries()) {
          if (n > 0 && n < 5) expect(shown[row]![column], `cell ${row},${column}`).toBe(false);
        }
      }
      expect(solvable(full, shown)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("no total minus what is shown leaves a group of fewer than five", () => {
  fc.assert(
    fc.property(table, (cells) => {
      const { shown, full } = published(cells);
      const height = full.length;
      const width = full[0]!.length;
      const lines = [
        ...full.map((line, r) => line.map((n, c) => ({ n, open: shown[r]![c]! }))),
        ...full[0]!.map((_, c) => full.map((line, r) => ({ n: line[c]!, open: shown[r]![c]! }))),
      ];
      expect(lines).toHaveLength(height + width);
      for (const line of lines) {
        const total = line.at(-1)!;
        if (!total.open) continue;
        const rest = line.slice(0, -1).reduce((left, cell) => left - (cell.open ? cell.n : 0), total.n);
        expect(rest === 0 || rest >= 5).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test("no hidden unit of a list can be had by subtraction, and the list still says something where it can", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(200)), { minLength: 1, maxLength: 40 }), (cells) => {
      const { hidden, total } = suppressOneWay(cells);
      const sum = cells.reduce((all, n) => all + n, 0);
      const secret = cells.filter((n, unit) => hidden[unit] && n > 0);
      for (const [unit, n] of cells.entries()) if (n < 5) expect(hidden[unit]).toBe(true);
      if (sum < 5) expect(total).toBe(true);
      if (secret.length > 0 && !total) {
        expect(secret.length).toBeGreaterThanOrEqual(2);
        expect(secret.reduce((all, n) => all + n, 0)).toBeGreaterThanOrEqual(5);
      }
      const safe = cells.filter((n) => n >= 5).length;
      const shown = hidden.filter((shut) => !shut).length;
      expect(shown).toBeGreaterThanOrEqual(safe - 1);
    }),
  );
});

function published(cells: number[][]): { full: number[][]; shown: boolean[][] } {
  const rows = cells.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)]);
  const full = [...rows, rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))];
  const mask = suppressTwoWay(cells);
  const shut = [
    ...mask.hidden.map((row, index) => [...row, mask.rowTotals[index]!]),
    [...mask.columnTotals, mask.total],
  ];
  return { full, shown: shut.map((row) => row.map((hidden) => !hidden)) };
}

/**
 * The attack: every line sums to its total, what is shown is known, and so (to help the attacker) is every cell that is
 * nought. Gauss–Jordan over a prime field; an unknown alone in its row is recovered.
 */
function solvable(full: number[][], shown: boolean[][]): string[] {
  const prime = 65_521;
  const names: string[] = [];
  const index = new Map<string, number>();
  for (const [r, line] of full.entries()) {
    for (const [c, n] of line.entries()) {
      if (shown[r]![c] || n === 0) continue;
      index.set(`${r},${c}`, names.length);
      names.push(`${r},${c}`);
    }
  }

  const equation = (line: string[]) => {
    const row = Array<number>(names.length).fill(0);
    for (const [position, name] of line.entries()) {
      const unknown = index.get(name);
      if (unknown !== undefined) row[unknown] = position === line.length - 1 ? prime - 1 : 1;
    }
    return row;
  };
  const matrix = [
    ...full.map((line, r) => equation(line.map((_, c) => `${r},${c}`))),
    ...full[0]!.map((_, c) => equation(full.map((_, r) => `${r},${c}`))),
  ];

  let rank = 0;
  for (let column = 0; column < names.length; column++) {
    const pivot = matrix.findIndex((row, r) => r >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const inverse = power(matrix[rank]![column]!, prime - 2, prime);
    matrix[rank] = matrix[rank]!.map((entry) => (entry * inverse) % prime);
    for (const [r, row] of matrix.entries()) {
      if (r === rank || row[column] === 0) continue;
      const factor = row[column]!;
      matrix[r] = row.map((entry, c) => (entry + (prime - factor) * matrix[rank]![c]!) % prime);
    }
    rank++;
  }
  return matrix
    .slice(0, rank)
    .filter((row) => row.filter((entry) => entry !== 0).length === 1)
    .map((row) => names[row.findIndex((entry) => entry !== 0)]!);
}

function power(base: number, exponent: number, modulus: number): number {
  let result = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

test("the attack used above does find a cell that is badly hidden", () => {
  const full = [
    [3, 20, 23],
    [15, 10, 25],
    [18, 30, 48],
  ];
  const shown = full.map((row, r) => row.map((_, c) => !(r === 0 && c < 2)));
  expect(solvable(full, shown)).toEqual(["0,0", "0,1"]);
});
