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
 * What to hide in a table that is published with its row, column and grand totals. Answers run round: from the grand total
 * to the rows, through the cells to the columns and back, so that cells and totals are the edges of a network, and how far a hidden
 * cell can rise, whatever is shown staying as it is, is a flow through the other hidden edges.
 *
 * Every hidden cell of fewer than five is given enough company to rise to five or more. By the duality of flows and cuts
 * that is the same as: no sum of hidden cells that can be had by adding and subtracting lines holds one to four
 * people (L. R. Ford & D. R. Fulkerson, Flows in Networks, 1962; L. H. Cox, J. American Statistical Association 90
 * (1995) 1453–1462, upper protection). What is hidden for the others' sake can rise too, so none of it can be computed either
 * (D. Gusfield, SIAM J. Comput. 17 (1988) 552–571). Company is chosen by the fewest answers lost, totals last.
 * @param before what is hidden anyway, for the sake of other counts of the same cells: it is company that costs nothing
 */
export function suppressTwoWay(cells: readonly (readonly number[])[], before?: TwoWayMask): TwoWayMask {
  const { edges, rows, columns } = graphOf(cells);
  const waiting = edges.filter((edge) => edge.hidden);
  for (const [index, edge] of before ? edges.entries() : []) edge.hidden ||= isShut(before, Math.floor(index / (columns + 1)), index % (columns + 1));
  const lines = linesOf(edges.filter((edge) => edge.n > 0));
  // Hiding more lets everything rise further, so what has company once keeps it.
  for (let edge = waiting.pop(); edge; edge = waiting.pop()) waiting.push(...cover(lines, edge));

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

/** Whether a mask hides the cell of a row and a column; one past the last row or column is a total. */
function isShut(mask: TwoWayMask | undefined, row: number, column: number): boolean {
  if (!mask) return false;
  const [lastRow, lastColumn] = [row === mask.rowTotals.length, column === mask.columnTotals.length];
  if (lastRow) return (lastColumn ? mask.total : mask.columnTotals[column]) ?? true;
  return (lastColumn ? mask.rowTotals[row] : mask.hidden[row]?.[column]) ?? true;
}

/**
 * Whether a cell of a table is safe where more is known of it than its mask was made for: nought, five or more, or able to rise
 * to five through what is hidden. Asked cell by cell, for few are small. @param mayBe whether a cell may hold answers, though it does not
 */
export function safeCells(
  cells: readonly (readonly number[])[],
  mask: TwoWayMask,
  mayBe: (row: number, column: number) => boolean,
): (row: number, column: number) => boolean {
  const { edges, rows, columns } = graphOf(cells);
  const hidden = edges.filter((edge, index) => {
    const [row, column] = [Math.floor(index / (columns + 1)), index % (columns + 1)];
    edge.hidden = isShut(mask, row, column);
    return edge.hidden && (edge.n > 0 || (row < rows && column < columns && mayBe(row, column)));
  });
  const lines = linesOf(hidden);
  return (row, column) => {
    const n = cells[row]?.[column] ?? 0;
    const edge = edges[row * (columns + 1) + column];
    return n === 0 || n >= hiddenBelow || (edge?.hidden === true && rises(lines, edge, hiddenBelow - n).missing === 0);
  };
}

/** A cell or a total. The lines it stands in are numbered: rows, the row of totals, columns, the column of totals. */
type Edge = {
  /** In the order in which answers run: row → column for cells and the grand total, column → row for the totals of lines. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** What hiding it costs: its answers, and for a total more than all cells together. */
  readonly price: number;
  hidden: boolean;
};

/** The edges at each line, and those of them that are hidden; what is known to be nought is none of them, for it can neither rise nor fall. */
type Lines = { readonly all: readonly (readonly Edge[])[]; readonly hidden: readonly Edge[][] };

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
      const [below, beside] = [row === cells.length, column === width];
      const ends = [row, cells.length + 1 + column] as const;
      const [from, to] = below === beside ? ends : [ends[1], ends[0]];
      return { from, to, n, price: below || beside ? n + dear : n, hidden: n > 0 && n < hiddenBelow };
    }),
  );
  return { edges, rows: cells.length, columns: width };
}

function linesOf(edges: readonly Edge[]): Lines {
  const all: Edge[][] = [];
  const hidden: Edge[][] = [];
  for (const edge of edges) {
    for (const line of [edge.from, edge.to]) {
      (all[line] ??= []).push(edge);
      hidden[line] ??= [];
      if (edge.hidden) hidden[line].push(edge);
    }
  }
  return { all, hidden };
}

/**
 * Sees to it that a hidden edge can rise to five (or by one, where it holds that many): hides the cheapest edges that let it
 * and gives those that were hidden for it.
 */
function cover(lines: Lines, rising: Edge): Edge[] {
  const { used } = rises(lines, rising, Math.max(1, hiddenBelow - rising.n));
  const fresh = used.filter((edge) => !edge.hidden);
  for (const edge of fresh) {
    edge.hidden = true;
    for (const line of [edge.from, edge.to]) lines.hidden[line]?.push(edge);
  }
  return fresh;
}

/** Lets an edge rise by `amount`, path by path, and tells what is missing in the end and which edges were used. */
function rises(lines: Lines, rising: Edge, amount: number): { missing: number; used: Edge[] } {
  const flow = new Map<Edge, number>();
  let missing = amount;
  let isFree = true;
  while (missing > 0) {
    // What is hidden already costs nothing; most rise through it alone.
    const free: Step[] | undefined = isFree ? freePath(lines, rising, flow) : undefined;
    isFree = free !== undefined;
    const path = free ?? cheapestPath(lines, rising, flow);
    if (!path) break;
    const part = path.reduce((least, { edge, falls }) => (falls ? Math.min(least, edge.n - (flow.get(edge) ?? 0)) : least), missing);
    for (const { edge, falls } of path) flow.set(edge, (flow.get(edge) ?? 0) + (falls ? part : -part));
    missing -= part;
  }
  return { missing, used: [...flow.keys()] };
}

/** An edge of a path, and whether it falls (as far as it has answers) or rises (as far as one likes) when the path is used. */
type Step = { readonly edge: Edge; readonly falls: boolean };

/** From where the rising edge begins to where it ends, without it, through hidden edges only: the path of fewest steps. */
function freePath({ hidden }: Lines, rising: Edge, flow: ReadonlyMap<Edge, number>): Step[] | undefined {
  const steps: Step[] = [];
  const queue = [rising.from];
  for (const line of queue) {
    if (line === rising.to) return stepsBack(steps, rising);
    for (const edge of hidden[line] ?? []) {
      const falls = edge.from === line;
      const next = falls ? edge.to : edge.from;
      if (edge === rising || next === rising.from || steps[next] || (falls && edge.n <= (flow.get(edge) ?? 0))) continue;
      steps[next] = { edge, falls };
      queue.push(next);
    }
  }
  return undefined;
}

/** From where the rising edge begins to where it ends, without it: the path that hides least that is not hidden yet (Dijkstra). */
function cheapestPath({ all: lines }: Lines, rising: Edge, flow: ReadonlyMap<Edge, number>): Step[] | undefined {
  const costs = new Float64Array(lines.length).fill(Infinity);
  const steps: Step[] = [];
  const done = new Uint8Array(lines.length);
  costs[rising.from] = 0;
  for (let line = rising.from; line !== -1 && line !== rising.to; line = nearest(costs, done)) {
    done[line] = 1;
    for (const edge of lines[line] ?? []) {
      const falls = edge.from === line;
      const next = falls ? edge.to : edge.from;
      const cost = (costs[line] ?? 0) + (edge.hidden || flow.has(edge) ? 0 : edge.price);
      if (edge === rising || cost >= (costs[next] ?? 0) || (falls && edge.n <= (flow.get(edge) ?? 0))) continue;
      costs[next] = cost;
      steps[next] = { edge, falls };
    }
  }

  return stepsBack(steps, rising);
}

/** The steps by which the end of the rising edge was reached, the last first. */
function stepsBack(steps: readonly Step[], rising: Edge): Step[] | undefined {
  const path: Step[] = [];
  for (let line = rising.to; line !== rising.from;) {
    const step = steps[line];
    if (!step) return undefined;
    path.push(step);
    line = step.falls ? step.edge.from : step.edge.to;
  }
  return path;
}

function nearest(costs: Float64Array, done: Uint8Array): number {
  let best = -1;
  for (let line = 0; line < costs.length; line += 1) {
    if (!done[line] && (costs[line] ?? Infinity) < (best === -1 ? Infinity : (costs[best] ?? Infinity))) best = line;
  }
  return best;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0);
}
