import { hiddenBelow, smallBelow, type Visibility } from "./vocabulary.ts";

/**
 * Primary suppression hides cells with fewer than five answers. Secondary suppression hides a few more, so that no
 * hidden cell can be had by subtracting what is shown from a total. Cells without any answer hold nobody's data: they
 * show nothing, but need no cover and give none.
 */
export function visibilityOf(n: number): Visibility {
  if (n < hiddenBelow) return "hidden";
  return n < smallBelow ? "small" : "shown";
}

export type OneWayMask = { readonly hidden: readonly boolean[]; readonly total: boolean };

export type TwoWayMask = {
  readonly hidden: readonly (readonly boolean[])[];
  readonly rowTotals: readonly boolean[];
  readonly columnTotals: readonly boolean[];
  readonly total: boolean;
};

/** What to hide in a list of counts that is published with its total, such as answers by unit. */
export function suppressOneWay(cells: readonly number[]): OneWayMask {
  const mask = suppressTwoWay([cells]);
  return { hidden: mask.hidden[0]!, total: mask.total || mask.rowTotals[0]! };
}

/**
 * What to hide in a table that is published with its row, column and grand totals. Cells and totals form one bipartite
 * graph of lines; a hidden cell can be computed exactly when its edge lies on no cycle of hidden edges (Gusfield, SIAM
 * J. Comput. 17 (1988) 552–571). So each hidden cell gets the cheapest cycle, cheapest meaning fewest answers lost and
 * totals last; and in a line whose total is shown the hidden cells hold at least five answers together.
 */
export function suppressTwoWay(cells: readonly (readonly number[])[]): TwoWayMask {
  const table = withTotals(cells);
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const hidden = table.map((row) => row.map((n) => n > 0 && n < hiddenBelow));

  for (let changed = true; changed;) {
    changed = false;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (hidden[row]![column] && cover(table, hidden, row, column)) changed = true;
      }
    }
    if (fillLines(table, hidden)) changed = true;
  }

  const shut = table.map((row, r) => row.map((n, c) => n === 0 || hidden[r]![c]!));
  return {
    hidden: shut.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shut.slice(0, -1).map((row) => row.at(-1)!),
    columnTotals: shut.at(-1)!.slice(0, -1),
    total: shut.at(-1)!.at(-1)!,
  };
}

/** The table with its totals as one more row and one more column; every line then sums to its last entry. */
function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const width = cells[0]?.length ?? 0;
  for (const row of cells) {
    if (row.length !== width) throw new RangeError("A table has rows of one length");
    for (const n of row) if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of answers`);
  }
  const table = cells.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)]);
  const sums = Array.from({ length: width + 1 }, (_, column) => table.reduce((sum, row) => sum + row[column]!, 0));
  return [...table, sums];
}

/** Hides the cheapest path that closes a cycle through this cell. True when something new was hidden. */
function cover(table: number[][], hidden: boolean[][], row: number, column: number): boolean {
  const rows = table.length;
  const columns = table[0]!.length;
  const dear = table.at(-1)!.at(-1)! + 1;
  const price = (r: number, c: number) => {
    if (hidden[r]![c]) return 0;
    return table[r]![c]! + (r === rows - 1 || c === columns - 1 ? dear : 0);
  };

  // Dijkstra from the cell's row to its column; lines are nodes (rows first), cells are edges.
  const cost = Array<number>(rows + columns).fill(Infinity);
  const from = Array<number>(rows + columns).fill(-1);
  const settled = new Set<number>();
  cost[row] = 0;
  while (!settled.has(rows + column)) {
    const open = cost.map((price, line) => (settled.has(line) ? Infinity : price));
    const line = open.indexOf(Math.min(...open));
    if (open[line] === Infinity) return false;
    settled.add(line);
    const isRow = line < rows;
    for (let other = 0; other < (isRow ? columns : rows); other++) {
      const [r, c] = isRow ? [line, other] : [other, line - rows];
      if (table[r]![c] === 0 || (r === row && c === column)) continue;
      const next = isRow ? rows + other : other;
      const sum = cost[line]! + price(r, c);
      if (sum < cost[next]!) {
        cost[next] = sum;
        from[next] = line;
      }
    }
  }

  let grew = false;
  for (let line = rows + column; line !== row; line = from[line]!) {
    const other = from[line]!;
    const [r, c] = line < rows ? [line, other - rows] : [other, line - rows];
    if (!hidden[r]![c]) grew = true;
    hidden[r]![c] = true;
  }
  return grew;
}

/** Total minus what is shown must not be a group of fewer than five people. True when something new was hidden. */
function fillLines(table: number[][], hidden: boolean[][]): boolean {
  const rows = table.length;
  const columns = table[0]!.length;
  const lines = [
    ...table.map((_, r) => Array.from({ length: columns }, (_, c) => [r, c] as const)),
    ...Array.from({ length: columns }, (_, c) => table.map((_, r) => [r, c] as const)),
  ];

  let grew = false;
  for (const line of lines) {
    const [totalRow, totalColumn] = line.at(-1)!;
    if (hidden[totalRow]![totalColumn]) continue;
    const parts = line.slice(0, -1).filter(([r, c]) => table[r]![c]! > 0);
    const sum = () => parts.reduce((n, [r, c]) => n + (hidden[r]![c] ? table[r]![c]! : 0), 0);
    while (sum() > 0 && sum() < hiddenBelow) {
      const shown = parts.filter(([r, c]) => !hidden[r]![c]).sort(([a, b], [r, c]) => table[a]![b]! - table[r]![c]!);
      const [r, c] = shown[0] ?? [totalRow, totalColumn];
      hidden[r]![c] = true;
      grew = true;
      if (r === totalRow && c === totalColumn) break;
    }
  }
  return grew;
}
