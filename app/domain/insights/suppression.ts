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
  return { hidden: mask.hidden.flat(), total: mask.total };
}

/**
 * What to hide in a table that is published with its row, column and grand totals. Cells and totals are the edges of a
 * bipartite graph whose nodes are the lines of the table; a hidden cell can be computed exactly when its edge lies on no
 * cycle of hidden edges (D. Gusfield, SIAM J. Comput. 17 (1988) 552–571). So each hidden cell gets the cheapest cycle,
 * cheapest meaning fewest answers lost and totals last; and in a line whose total is shown the hidden cells hold at
 * least five answers together.
 */
export function suppressTwoWay(cells: readonly (readonly number[])[]): TwoWayMask {
  const { edges, rows, columns } = graphOf(cells);
  const lines = new Map([...linesOf(edges, "row"), ...linesOf(edges, "column")]);

  for (let changed = true; changed;) {
    changed = false;
    for (const edge of edges) if (edge.hidden && cover(lines, edge)) changed = true;
    for (const line of lines.values()) if (fill(line)) changed = true;
  }

  const shut = edges.map((edge) => edge.hidden || edge.n === 0);
  const table = Array.from({ length: rows + 1 }, (_, row) => shut.slice(row * (columns + 1), (row + 1) * (columns + 1)));
  const totals = table.at(-1) ?? [];
  return {
    hidden: table.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: table.slice(0, -1).map((row) => row.at(-1) ?? true),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? true,
  };
}

/** A cell or a total: it belongs to one row and one column. Row and column of the totals come last. */
type Edge = {
  readonly row: string;
  readonly column: string;
  readonly n: number;
  /** What hiding it costs: its answers, and for a total more than all cells together. */
  readonly price: number;
  hidden: boolean;
};

/** The table row by row, each followed by its total, and last the row of column totals. */
function graphOf(cells: readonly (readonly number[])[]) {
  const width = cells[0]?.length ?? 0;
  if (cells.some((row) => row.length !== width)) throw new RangeError("A table has rows of one length");
  for (const n of cells.flat()) if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of answers`);

  const withRowTotals = cells.map((row) => [...row, sumOf(row)]);
  const columnTotals = Array.from({ length: width + 1 }, (_, column) => sumOf(withRowTotals.map((row) => row[column] ?? 0)));
  const dear = sumOf(cells.flat()) + 1;
  const edges = [...withRowTotals, columnTotals].flatMap((line, row) =>
    line.map((n, column): Edge => {
      const total = row === cells.length || column === width;
      return { row: `r${row}`, column: `c${column}`, n, price: total ? n + dear : n, hidden: n > 0 && n < hiddenBelow };
    }),
  );
  return { edges, rows: cells.length, columns: width };
}

/** Rows or columns by name, each with its total last. */
function linesOf(edges: readonly Edge[], side: "row" | "column"): Map<string, Edge[]> {
  const lines = new Map<string, Edge[]>();
  for (const edge of edges) {
    const line = lines.get(edge[side]);
    if (line) line.push(edge);
    else lines.set(edge[side], [edge]);
  }
  return lines;
}

/** Hides the cheapest path that closes a cycle through this cell (Dijkstra). True when something new was hidden. */
function cover(lines: ReadonlyMap<string, readonly Edge[]>, closing: Edge): boolean {
  const reached = new Map<string, { cost: number; path: Edge | null; before: string | null }>();
  reached.set(closing.row, { cost: 0, path: null, before: null });
  const open = new Set([closing.row]);

  for (let node: string | undefined = closing.row; node !== undefined && node !== closing.column; node = cheapest(open, reached)) {
    open.delete(node);
    const cost = reached.get(node)?.cost ?? 0;
    for (const edge of lines.get(node) ?? []) {
      if (edge === closing || edge.n === 0) continue;
      const next = edge.row === node ? edge.column : edge.row;
      const sum = cost + (edge.hidden ? 0 : edge.price);
      if (sum >= (reached.get(next)?.cost ?? Infinity)) continue;
      reached.set(next, { cost: sum, path: edge, before: node });
      open.add(next);
    }
  }

  let grew = false;
  for (let step = reached.get(closing.column); step?.path; step = reached.get(step.before ?? "")) {
    if (!step.path.hidden) grew = true;
    step.path.hidden = true;
  }
  return grew;
}

function cheapest(open: ReadonlySet<string>, reached: ReadonlyMap<string, { cost: number }>): string | undefined {
  let best: string | undefined;
  for (const node of open) {
    if (best === undefined || (reached.get(node)?.cost ?? 0) < (reached.get(best)?.cost ?? 0)) best = node;
  }
  return best;
}

/** Total minus what is shown must not be a group of fewer than five people. True when something new was hidden. */
function fill(line: readonly Edge[]): boolean {
  const total = line.at(-1);
  if (!total || total.hidden) return false;

  const cells = line.slice(0, -1).sort((a, b) => a.n - b.n);
  const secret = () => sumOf(cells.filter((cell) => cell.hidden).map((cell) => cell.n));
  let grew = false;
  while (!total.hidden && secret() > 0 && secret() < hiddenBelow) {
    const next = cells.find((cell) => !cell.hidden && cell.n > 0) ?? total;
    next.hidden = true;
    grew = true;
  }
  return grew;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0);
}
