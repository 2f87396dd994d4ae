/** A sum of unknowns that is known, or known to be at most `total`. Unknowns are never negative. */
export type Constraint = { readonly coefficients: readonly number[]; readonly total: number; readonly kind: "equal" | "most" };

const tiny = 1e-9;
/** After so many steps Bland's rule is followed, which never goes in circles. */
const patience = 400;

type Tableau = { rows: Float64Array[]; base: number[]; width: number };

/**
 * Prepares to ask how large sums of unknowns can be: two-phase simplex on a dense tableau. The first phase, which finds
 * values that fit the constraints, is done once. Throws where the constraints contradict each other.
 */
export function prepare(unknowns: number, constraints: readonly Constraint[]): (objective: readonly number[]) => number {
  const slacks = constraints.filter(({ kind }) => kind === "most").length;
  const real = unknowns + slacks;
  const width = real + constraints.length;
  let slack = unknowns;
  const rows = constraints.map(({ coefficients, total, kind }, place) => {
    const row = new Float64Array(width + 1);
    row.set(coefficients);
    if (kind === "most") row[slack++] = 1;
    row[width] = total;
    row[real + place] = 1;
    return row;
  });
  const tableau: Tableau = { rows, base: constraints.map((_, place) => real + place), width };
  const missing = new Float64Array(width + 1);
  for (let column = real; column < width; column += 1) missing[column] = -1;
  if (maximise(tableau, missing, width) < -1e-6) throw new Error("What is published contradicts itself");
  for (const [place, column] of tableau.base.entries()) {
    const other = column < real ? -1 : (tableau.rows[place]?.findIndex((entry, at) => at < real && Math.abs(entry) > tiny) ?? -1);
    if (other !== -1) pivotOn(tableau, place, other);
  }
  // What could not leave the base stands in rows without unknowns.
  const kept = tableau.base.map((column) => column < real);
  const start: Tableau = { rows: tableau.rows.filter((_, place) => kept[place]), base: tableau.base.filter((_, place) => kept[place]), width };

  return (objective) => {
    const goal = new Float64Array(width + 1);
    goal.set(objective);
    return maximise({ rows: start.rows.map((row) => row.slice()), base: [...start.base], width }, goal, real);
  };
}

/** @param usable columns from here on stay out of the base */
function maximise(tableau: Tableau, objective: Float64Array, usable: number): number {
  const { rows, base, width } = tableau;
  const goal = objective.slice();
  for (const [place, own] of base.entries()) subtract(goal, rows[place], goal[own] ?? 0);

  for (let step = 0; step < 20_000; step += 1) {
    let entering = -1;
    for (let column = 0; column < usable; column += 1) {
      const gain = goal[column] ?? 0;
      if (gain <= tiny || (entering !== -1 && gain <= (goal[entering] ?? 0))) continue;
      entering = column;
      if (step > patience) break;
    }
    if (entering === -1) return -(goal[width] ?? 0);

    let leaving = -1;
    let least = Infinity;
    for (const [place, row] of rows.entries()) {
      const rate = row[entering] ?? 0;
      if (rate <= tiny) continue;
      const ratio = (row[width] ?? 0) / rate;
      if (ratio < least - tiny || (ratio < least + tiny && (base[place] ?? 0) < (base[leaving] ?? Infinity))) {
        least = Math.min(least, ratio);
        leaving = place;
      }
    }
    if (leaving === -1) return Infinity;
    pivotOn(tableau, leaving, entering);
    subtract(goal, rows[leaving], goal[entering] ?? 0);
  }
  throw new Error("The simplex did not come to an end");
}

function pivotOn({ rows, base }: Tableau, place: number, column: number): void {
  const chosen = rows[place];
  const pivot = chosen?.[column] ?? 0;
  if (!chosen || pivot === 0) return;
  for (let at = 0; at < chosen.length; at += 1) chosen[at] = (chosen[at] ?? 0) / pivot;
  for (const [index, row] of rows.entries()) if (index !== place) subtract(row, chosen, row[column] ?? 0);
  base[place] = column;
}

function subtract(row: Float64Array, other: Float64Array | undefined, factor: number): void {
  if (!other || factor === 0) return;
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (other[at] ?? 0);
}
