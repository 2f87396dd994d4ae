import type { Levels } from "#app/domain/surveys/mask-three-levels.ts";
import { basisOf, follows } from "./exact-rank.ts";
import type { LevelStatement } from "./read-three-levels.ts";
import { prepare } from "./simplex.ts";
import { type SlipPart, slipParts, type SlipRound } from "./three-level-world.ts";

/** Written down again here, so that changing it in the portal does not change the attack. */
const few = 5;

/** Slips that nobody can tell apart any further: of one round, unit, quarter and part. */
type Unknown = { round: number; unitId: string; quarter: string; part: SlipPart; n: number };

const layers: Record<string, (levels: Levels) => number> = {
  dissatisfied: ([n]) => n,
  satisfied: ([, n]) => n,
  "very satisfied": ([, , n]) => n,
  slips: ([low, middle, high]) => low + middle + high,
};

/**
 * Groups of one to four slips whose number, or whose number on one level, follows from what was published; in words. Unknowns are
 * the slips of each round, unit, quarter and part; where there are none, that is known. First exactly, by adding and
 * subtracting over the rational numbers, for each slip's own place and for two and three of them together; then by bounds.
 */
export function attackThreeLevels(rounds: readonly SlipRound[], statements: readonly LevelStatement[], { bounds = false } = {}): string[] {
  return Object.entries(layers).flatMap(([layer, count]) => {
    const unknowns = rounds.flatMap(({ places }, round) =>
      places.flatMap((place) =>
        slipParts
          .map((part): Unknown => ({ round, unitId: place.unitId, quarter: place.quarter, part, n: count(place[part]) }))
          .filter(({ n }) => n > 0),
      ),
    );
    const rows = statements.map((statement) => {
      const row = unknowns.map((one) => (isIn(statement, one) ? 1 : 0));
      const total = unknowns.reduce((sum, { n }, column) => sum + n * (row[column] ?? 0), 0);
      if (total !== count(statement.counts)) throw new Error(`A page counts ${count(statement.counts)} ${layer} and there are ${total}`);
      return { row, total };
    });
    const basis = basisOf(rows.map(({ row }) => row));
    const name = (columns: readonly number[]) =>
      columns.map(
        (column) =>
          `${unknowns[column]?.n} of round ${unknowns[column]?.round}, ${unknowns[column]?.unitId} ${unknowns[column]?.quarter} ${unknowns[column]?.part}`,
      );
    const exact = smallGroups(unknowns).filter((columns) =>
      follows(
        unknowns.map((_, column) => (columns.includes(column) ? 1 : 0)),
        basis,
      ),
    );
    const bounded = bounds && exact.length === 0 ? boundedIn(unknowns, rows) : [];
    return [
      ...exact.map((columns) => `${layer}: ${name(columns).join(" + ")}`),
      ...bounded.map(({ column, low, high }) => `${layer}: ${name([column]).join("")} is ${low} to ${high}`),
    ];
  });
}

function isIn({ rounds, unitId, quarter }: LevelStatement, one: Unknown): boolean {
  return (
    (rounds.get(one.round)?.includes(one.part) ?? false) &&
    (unitId === undefined || unitId === one.unitId) &&
    (quarter === undefined || quarter === one.quarter)
  );
}

/** One, two or three places that hold one to four slips together. */
function smallGroups(unknowns: readonly Unknown[]): number[][] {
  const small = unknowns.flatMap(({ n }, column) => (n < few ? [column] : []));
  const sum = (columns: readonly number[]) => columns.reduce((all, column) => all + (unknowns[column]?.n ?? 0), 0);
  const pairs = small.flatMap((a, i) => small.slice(i + 1).map((b) => [a, b])).filter((columns) => sum(columns) < few);
  const triples = pairs.flatMap(([a = 0, b = 0]) => small.filter((c) => c > b).map((c) => [a, b, c])).filter((columns) => sum(columns) < few);
  return [...small.map((column) => [column]), ...pairs, ...triples];
}

/** Small places that cannot hold nought and cannot hold five. */
function boundedIn(unknowns: readonly Unknown[], rows: readonly { row: number[]; total: number }[]) {
  const once = new Map(rows.map(({ row, total }) => [row.join(""), { coefficients: row, total, kind: "equal" as const }]));
  const largest = prepare(unknowns.length, [...once.values()]);
  return unknowns.flatMap(({ n }, column) => {
    if (n >= few) return [];
    const only = (sign: number) => unknowns.map((_, at) => (at === column ? sign : 0));
    const high = Math.floor(largest(only(1)) + 1e-6);
    const low = Math.ceil(-largest(only(-1)) - 1e-6);
    return high < few && low >= 1 ? [{ column, low, high }] : [];
  });
}
