/**
 * Numbers are taken modulo this prime, whose products stay exact in a double. A sum that does not follow from others is taken to
 * follow once in its square, which only hides too much. One that follows would be missed if a determinant of noughts and ones
 * were a multiple of it; those of published tables are small numbers.
 */
const prime = 67_108_859;

/** By how much each count differs from the true one in two other worlds (`otherWorlds`). */
export type OtherWorlds = readonly [Float64Array, Float64Array];

/**
 * Other worlds that fit all that is published as well as the true one: counts that differ from the true ones at random, yet with
 * no difference in any published sum. A sum of counts follows from the published ones, by adding and subtracting in any way, when
 * it is the same in all such worlds; one that does not follow differs in a random one (R. Freivalds' check of a product,
 * MFCS 1979). Chance is seeded: the same question has the same answer.
 * @param unknowns how many counts there are
 * @param published places of the counts that each published sum adds up, each place once
 * @returns worlds that fit these sums and some more; asked again, with others
 */
export function otherWorlds(unknowns: number, published: readonly (readonly number[])[]): (more: readonly (readonly number[])[]) => OtherWorlds {
  const known = eliminate(unknowns, published, noSteps());
  return (more) => {
    const steps = eliminate(unknowns, more, { list: [...known.list], at: new Map(known.at) }).list.reverse();
    const chance = lehmer();
    return [solve(unknowns, steps, chance), solve(unknowns, steps, chance)];
  };
}

/** By how much a sum of counts differs in both worlds, as one whole number; 0 where it follows. */
export function differenceOf([one, other]: OtherWorlds, places: readonly number[]): number {
  let [a, b] = [0, 0];
  for (const place of places) {
    a += one[place] ?? 0;
    b += other[place] ?? 0;
  }
  return (a % prime) * prime + (b % prime);
}

/** By how much two sums differ together, or a sum the other way round. */
export const addDifferences = (a: number, b: number): number =>
  ((Math.floor(a / prime) + Math.floor(b / prime)) % prime) * prime + (((a % prime) + (b % prime)) % prime);
export const oppositeOf = (a: number): number => ((prime - Math.floor(a / prime)) % prime) * prime + ((prime - (a % prime)) % prime);

const modulo = (value: number): number => ((value % prime) + prime) % prime;

/** A row of Gauss' elimination: the count `pivot` is there once, and what the others are there. No later row has the pivot. */
type Step = { pivot: number; row: Map<number, number> };
/** In their order, and where each pivot has its own. */
type Steps = { list: Step[]; at: Map<number, number> };

const noSteps = (): Steps => ({ list: [], at: new Map() });

/** Adds steps for rows, which are many and mostly empty: short ones first, each a map of its columns. */
function eliminate(columns: number, rows: readonly (readonly number[])[], steps: Steps): Steps {
  const uses = new Uint32Array(columns);
  for (const row of rows) {
    for (const column of row) {
      if (!(column in uses)) throw new RangeError(`There is no count ${column} of ${columns}`);
      uses[column] = (uses[column] ?? 0) + 1;
    }
  }
  for (const given of [...rows].sort((a, b) => a.length - b.length)) {
    const row = new Map(given.map((column) => [column, 1]));
    for (let at = nextStep(row, steps, -1); at !== undefined; at = nextStep(row, steps, at)) {
      const step = steps.list[at];
      if (step) subtract(row, step.row, row.get(step.pivot) ?? 0);
    }
    const [first, ...others] = row.keys();
    if (first === undefined) continue;
    const pivot = others.reduce((best, column) => ((uses[column] ?? 0) < (uses[best] ?? 0) ? column : best), first);
    const scale = inverse(row.get(pivot) ?? 1);
    for (const [column, value] of row) row.set(column, (value * scale) % prime);
    steps.at.set(pivot, steps.list.length);
    steps.list.push({ pivot, row });
  }
  return steps;
}

/** The first step after another whose pivot the row has. Short rows are looked through, for long ones the steps. */
function nextStep(row: ReadonlyMap<number, number>, { list, at }: Steps, after: number): number | undefined {
  if (row.size < 50) {
    let next: number | undefined;
    for (const column of row.keys()) {
      const step = at.get(column);
      if (step !== undefined && step > after && (next === undefined || step < next)) next = step;
    }
    return next;
  }
  for (let step = after + 1; step < list.length; step += 1) if (row.has(list[step]?.pivot ?? -1)) return step;
  return undefined;
}

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number) {
  for (const [column, value] of other) {
    const left = modulo((row.get(column) ?? 0) - ((factor * value) % prime));
    if (left === 0) row.delete(column);
    else row.set(column, left);
  }
}

/** A random solution. @param steps the last first */
function solve(columns: number, steps: readonly Step[], chance: () => number): Float64Array {
  const solution = Float64Array.from({ length: columns }, chance);
  for (const { pivot, row } of steps) {
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
