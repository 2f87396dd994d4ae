/**
 * Numbers are taken modulo this prime, whose products stay exact in a double. A sum that does not follow from others is taken to
 * follow once in its square, which only hides too much. One that follows would be missed if a determinant of noughts and ones
 * were a multiple of it; those of published tables are small numbers.
 */
const prime = 67_108_859;

/**
 * Other worlds that fit all that is published as well as the true one: counts that differ from the true ones at random, yet with
 * no difference in any published sum. A sum of counts follows from the published ones, by adding and subtracting in any way, when
 * it is the same in all such worlds; one that does not follow differs in a random one (R. Freivalds' check of a product,
 * MFCS 1979). Chance is seeded: the same question has the same answer.
 */
export type OtherWorlds = {
  /** Counts of one class stand in the same published sums: whatever follows holds all of a class or none. */
  readonly classOf: readonly number[];
  /** By how much each count differs, in two worlds. */
  readonly differences: readonly [Float64Array, Float64Array];
};

/**
 * @param unknowns how many counts there are
 * @param published places of the counts that each published sum adds up, each place once
 */
export function otherWorlds(unknowns: number, published: readonly (readonly number[])[]): OtherWorlds {
  const { classOf, classes } = likeCounts(unknowns, published);
  const rows = published.map((places) => [...new Set(places.map((place) => classOf[place] ?? Number.NaN))]);
  const steps = eliminate(classes, rows);
  const chance = lehmer();
  // Counts of one class can be told together only: they share their difference at random.
  const lastOf = new Map(classOf.map((own, place) => [own, place]));
  const world = () => {
    const rest = solve(classes, steps, chance);
    return Float64Array.from(classOf, (own, place) => {
      const part = lastOf.get(own) === place ? (rest[own] ?? 0) : chance();
      rest[own] = modulo((rest[own] ?? 0) - part);
      return part;
    });
  };
  return { classOf, differences: [world(), world()] };
}

/** Whether differences, added up, are none. */
export const addsToNothing = (sum: number): boolean => sum % prime === 0;

/** A sum of differences as a number from 0 to the prime. */
export const modulo = (value: number): number => ((value % prime) + prime) % prime;

function likeCounts(unknowns: number, published: readonly (readonly number[])[]) {
  const sumsOf = Array.from({ length: unknowns }, (): number[] => []);
  for (const [index, places] of published.entries()) {
    for (const place of places) {
      const sums = sumsOf[place];
      if (!sums) throw new RangeError(`There is no count ${place} of ${unknowns}`);
      sums.push(index);
    }
  }
  const numbers = new Map<string, number>();
  const classOf = sumsOf.map((sums) => {
    const name = sums.join();
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { classOf, classes: numbers.size };
}

/** A row of Gauss' elimination: the count `pivot` is there once, and what the others are there. No later row has the pivot. */
type Step = { pivot: number; row: Map<number, number> };

/** Rows are many and mostly empty: short ones first, each a map of its columns. */
function eliminate(columns: number, rows: readonly (readonly number[])[]): Step[] {
  const uses = new Uint32Array(columns);
  for (const row of rows) for (const column of row) uses[column] = (uses[column] ?? 0) + 1;
  const steps: Step[] = [];
  for (const given of [...rows].sort((a, b) => a.length - b.length)) {
    const row = new Map(given.map((column) => [column, 1]));
    for (const step of steps) {
      const factor = row.get(step.pivot);
      if (factor !== undefined) subtract(row, step.row, factor);
    }
    const [first, ...others] = row.keys();
    if (first === undefined) continue;
    const pivot = others.reduce((best, column) => ((uses[column] ?? 0) < (uses[best] ?? 0) ? column : best), first);
    const scale = inverse(row.get(pivot) ?? 1);
    for (const [column, value] of row) row.set(column, (value * scale) % prime);
    steps.push({ pivot, row });
  }
  return steps;
}

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number) {
  for (const [column, value] of other) {
    const left = modulo((row.get(column) ?? 0) - ((factor * value) % prime));
    if (left === 0) row.delete(column);
    else row.set(column, left);
  }
}

/** A random solution, from the last row back. */
function solve(columns: number, steps: readonly Step[], chance: () => number): Float64Array {
  const solution = Float64Array.from({ length: columns }, chance);
  for (const { pivot, row } of steps.toReversed()) {
    let others = 0;
    for (const [column, value] of row) if (column !== pivot) others = (others + value * (solution[column] ?? 0)) % prime;
    solution[pivot] = modulo(-others);
  }
  return solution;
}

/** By Fermat's little theorem: value to the power of prime − 2. */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

/** The “minimal standard” generator (S. K. Park, K. W. Miller, Comm. ACM 31 (1988) 1192; multiplier 48271, 36 (1993) 105). */
function lehmer(): () => number {
  let state = 20_211_227;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return 1 + (state % (prime - 1));
  };
}
