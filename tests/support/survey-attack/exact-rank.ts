/** Rows of whole numbers in reduced form, each with the column it decides; nothing is rounded. */
type Basis = { pivot: number; row: number[] }[];

/** Gauss–Jordan over the rational numbers, kept whole by multiplying across and dividing by the greatest common divisor. */
export function basisOf(rows: readonly (readonly number[])[]): Basis {
  const basis: Basis = [];
  for (const given of rows) {
    const row = reduce(given, basis);
    const pivot = row.findIndex((entry) => entry !== 0);
    if (pivot === -1) continue;
    for (const other of basis) other.row = eliminate(other.row, row, pivot);
    basis.push({ pivot, row });
  }
  return basis;
}

/** True where the sum `target` follows from the rows by adding and subtracting. */
export function follows(target: readonly number[], basis: Basis): boolean {
  return reduce(target, basis).every((entry) => entry === 0);
}

function reduce(row: readonly number[], basis: Basis): number[] {
  return basis.reduce<number[]>((left, { pivot, row: known }) => eliminate(left, known, pivot), [...row]);
}

function eliminate(row: number[], by: readonly number[], pivot: number): number[] {
  const factor = row[pivot] ?? 0;
  const own = by[pivot] ?? 0;
  if (factor === 0) return row;
  const left = row.map((entry, column) => entry * own - factor * (by[column] ?? 0));
  const divisor = left.reduce((common, entry) => gcd(common, Math.abs(entry)), 0);
  const result = divisor > 1 ? left.map((entry) => entry / divisor) : left;
  if (!result.every(Number.isSafeInteger)) throw new RangeError("The numbers of the attack grew too large to be exact");
  return result;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
