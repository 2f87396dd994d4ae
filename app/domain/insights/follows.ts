/**
 * Numbers are taken modulo this prime, whose products stay exact in a double. What follows over the rational numbers follows here
 * too; what does not is taken to follow once in as many times, which only hides a figure too much.
 */
const prime = 67_108_859;

/**
 * Which sums of unknown counts follow from published sums, by adding and subtracting in any way. Asked of one other world that fits
 * all that is published as well as the true one: counts that differ from the true ones at random, yet with no difference in
 * any published sum. A sum follows from the published ones when it is the same in all such worlds; one that does not follow
 * differs in a random one (R. Freivalds' check of a product, MFCS 1979). Chance is seeded: the same question has the same answer.
 * @param unknowns how many counts there are
 * @param published places of the counts that each published sum adds up, each place once
 * @returns by how much each count differs in the other world: a sum follows where its differences add up to nought (`addsToNothing`)
 */
export function otherWorld(unknowns: number, published: readonly (readonly number[])[]): Float64Array {
  const { classOf, classes } = likeCounts(unknowns, published);
  const sums = solve(
    classes,
    published.map((places) => [...new Set(places.map((place) => classOf[place] ?? 0))]),
  );
  // Counts that stand in the same sums can be told together only: they share their difference at random.
  const lastOf = new Map([...classOf.entries()].map(([place, own]) => [own, place]));
  const world = new Float64Array(unknowns);
  for (const [place, own] of classOf.entries()) {
    const part = lastOf.get(own) === place ? (sums.differences[own] ?? 0) : sums.chance();
    world[place] = part;
    sums.differences[own] = modulo((sums.differences[own] ?? 0) - part);
  }
  return world;
}

/** Whether differences, added up, are none. */
export const addsToNothing = (sum: number): boolean => sum % prime === 0;

/** Counts that stand in the same published sums are of one class. */
function likeCounts(unknowns: number, published: readonly (readonly number[])[]) {
  const marks = Array.from({ length: unknowns }, () => "");
  for (const [index, places] of published.entries()) for (const place of places) marks[place] += `${index} `;
  const numbers = new Map<string, number>();
  const classOf = marks.map((mark) => {
    const number = numbers.get(mark) ?? numbers.size;
    numbers.set(mark, number);
    return number;
  });
  return { classOf, classes: numbers.size };
}

/** Gauss' elimination, then a random solution from the last row back. Rows are few and mostly empty: each is a map of its columns. */
function solve(columns: number, rows: readonly (readonly number[])[]) {
  const uses = new Uint32Array(columns);
  for (const row of rows) for (const column of row) uses[column] = (uses[column] ?? 0) + 1;
  const steps: { pivot: number; row: Map<number, number> }[] = [];
  const stepOf = new Map<number, number>();
  for (const given of [...rows].sort((a, b) => a.length - b.length)) {
    const row = new Map(given.map((column) => [column, 1]));
    reduce(row, steps, stepOf);
    const [first, ...others] = row.keys();
    if (first === undefined) continue;
    const pivot = others.reduce((best, column) => ((uses[column] ?? 0) < (uses[best] ?? 0) ? column : best), first);
    const scale = inverse(row.get(pivot) ?? 1);
    for (const [column, value] of row) row.set(column, (value * scale) % prime);
    stepOf.set(pivot, steps.length);
    steps.push({ pivot, row });
  }

  const chance = lehmer();
  const differences = Float64Array.from({ length: columns }, (_, column) => (stepOf.has(column) ? 0 : chance()));
  for (const { pivot, row } of steps.reverse()) {
    let rest = 0;
    for (const [column, value] of row) if (column !== pivot) rest = (rest + value * (differences[column] ?? 0)) % prime;
    differences[pivot] = modulo(-rest);
  }
  return { differences, chance };
}

/** Takes out of a row the pivots of all rows before it, in their order: each brings only pivots of later ones. */
function reduce(row: Map<number, number>, steps: readonly { pivot: number; row: Map<number, number> }[], stepOf: ReadonlyMap<number, number>) {
  const nextIn = (after: number) => {
    let next = Infinity;
    for (const column of row.keys()) {
      const step = stepOf.get(column);
      if (step !== undefined && step > after && step < next) next = step;
    }
    return next;
  };
  for (let at = nextIn(-1); at !== Infinity; at = nextIn(at)) {
    const step = steps[at];
    const factor = row.get(step?.pivot ?? -1) ?? 0;
    for (const [column, value] of step?.row ?? []) {
      const left = modulo((row.get(column) ?? 0) - ((factor * value) % prime));
      if (left === 0) row.delete(column);
      else row.set(column, left);
    }
  }
}

const modulo = (value: number): number => ((value % prime) + prime) % prime;

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
