import type { Group, Statement } from "./read-everything.ts";
import { basisOf, follows } from "./exact-rank.ts";
import { type Constraint, prepare } from "./simplex.ts";
import type { Cell } from "./world.ts";

/** A small group that the attacker got hold of. */
export type Leak = { layer: string; group: Group; also?: Group[]; n: number; how: "exactly" | "by bounds"; range?: [number, number] };

/** Fewer than this must stay hidden; written down again here, so that changing it in the portal does not change the attack. */
const few = 5;

/**
 * Tries to find out about groups of one to four people from what is published. Unknowns are the counts of each unit × procedure ×
 * way of answering in each layer; the attacker knows which of them are empty (which procedures a unit has, which desk
 * has a kiosk). First exactly: does the count follow by adding and subtracting, over the rational numbers? Then by bounds:
 * counts are never negative, answers never more than sheets; is the largest and the smallest possible count within 1 to 4?
 */
export function attack(counted: readonly Cell[], statements: readonly Statement[], { bounds = true } = {}): Leak[] {
  const cells = withPossible(counted);
  const layers = layersOf(cells);
  const secrets = targetsOf(cells).flatMap((group) =>
    [...layers].flatMap(([layer, count]): Secret[] => {
      const n = cells.filter(within(group)).reduce((sum, cell) => sum + count(cell), 0);
      return n > 0 && n < few ? [{ layer, group, n }] : [];
    }),
  );
  const unions = [...layers].flatMap(([layer, count]) => unionsOf(cells, layer, count));
  const exactly = exactAttack(cells, statements, layers);
  const [known, unknown] = [secrets.filter(exactly), secrets.filter((secret) => !exactly(secret))];
  const bounded = bounds && unknown.length > 0 ? unknown.flatMap(boundAttack(cells, statements, layers)) : [];
  return [...[...known, ...unions.filter(exactly)].map((secret): Leak => ({ ...secret, how: "exactly" })), ...bounded];
}

/** `also`: groups that are small together with the first. */
type Secret = { layer: string; group: Group; also?: Group[]; n: number };

/** Two or three places that together have one to four people: no unit and no procedure, but people all the same. */
function unionsOf(cells: readonly Cell[], layer: string, count: (cell: Cell) => number): Secret[] {
  const places = targetsOf(cells).filter(({ unitId, procedureId, mode }) => unitId !== undefined && procedureId !== undefined && mode === undefined);
  const small = places
    .map((group) => ({ group, n: cells.filter(within(group)).reduce((sum, cell) => sum + count(cell), 0) }))
    .filter(({ n }) => n > 0 && n < few);
  const join = (list: readonly { group: Group; n: number }[]): Secret[] => {
    const [first, ...rest] = list;
    const n = list.reduce((sum, one) => sum + one.n, 0);
    return first && n < few ? [{ layer, group: first.group, also: rest.map(({ group }) => group), n }] : [];
  };
  return small.flatMap((a, i) => small.slice(i + 1).flatMap((b, j) => [...join([a, b]), ...small.slice(i + j + 2).flatMap((c) => join([a, b, c]))]));
}
type Layers = ReadonlyMap<string, (cell: Cell) => number>;

function layersOf(cells: readonly Cell[]): Layers {
  const [first] = cells;
  const answered = (place: number) => (cell: Cell) => (cell.levels[place] ?? []).reduce<number>((sum, n) => sum + n, 0);
  return new Map([
    ["sheets", (cell: Cell) => cell.sheets],
    ...(first?.reached ?? []).map((_, index) => [`reached ${index}`, (cell: Cell) => cell.reached[index] ?? 0] as const),
    ...(first?.levels ?? []).map((_, place) => [`answers ${place}`, answered(place)] as const),
  ]);
}

/** Layers whose sum a statement is about. */
const partsOf = (layer: string) =>
  layer === "all answers" ? ["answers 0", "answers 1"] : layer === "all policy answers" ? ["answers 3", "answers 4"] : [layer];
/** Layers that are known together as well as apart. */
const together = [
  ["answers 0", "answers 1"],
  ["answers 3", "answers 4"],
];

/**
 * Beside the cells that have sheets, those that may have some for all the attacker knows: a unit's procedure in any way that leads to
 * the unit.
 */
function withPossible(cells: readonly Cell[]): Cell[] {
  const all = new Map(cells.map((cell) => [`${cell.unitId} ${cell.procedureId} ${cell.mode}`, cell]));
  for (const place of cells) {
    for (const way of cells) {
      const key = `${place.unitId} ${place.procedureId} ${way.mode}`;
      if (way.unitId !== place.unitId || all.has(key)) continue;
      const nobody = { sheets: 0, reached: place.reached.map(() => 0), levels: place.levels.map(() => [0, 0, 0, 0, 0] as const) };
      all.set(key, { ...place, mode: way.mode, ...nobody });
    }
  }
  return [...all.values()];
}

/** Does a secret follow? Each layer is a system of its own, but answers to the service criteria are also known together. */
function exactAttack(cells: readonly Cell[], statements: readonly Statement[], layers: Layers): (secret: Secret) => boolean {
  // To help the attacker: where nobody answered a question about a place, that is known.
  const holds = (part: string, { unitId, procedureId }: Cell) =>
    cells.some((cell) => within({ unitId, procedureId })(cell) && (layers.get(part)?.(cell) ?? 0) > 0);
  const alone = [...layers.keys()].filter((layer) => !together.flat().includes(layer)).map((layer) => [layer]);
  const systems = [...alone, ...together.filter((parts) => parts.every((part) => layers.has(part)))].map((parts) => {
    const unknowns = parts.flatMap((part) => cells.filter((cell) => holds(part, cell)).map((cell) => ({ part, cell })));
    const rowOf = (names: readonly string[], group: Group) => unknowns.map(({ part, cell }) => (names.includes(part) && within(group)(cell) ? 1 : 0));
    const rows = statements.flatMap(({ layer, group }) =>
      partsOf(layer).every((part) => parts.includes(part)) ? [rowOf(partsOf(layer), group)] : [],
    );
    return { parts, rowOf, basis: basisOf(rows) };
  });
  return ({ layer, group, also = [] }) =>
    systems.some(({ parts, rowOf, basis }) => {
      const [first, ...others] = parts.includes(layer) ? [group, ...also].map((one) => rowOf([layer], one)) : [];
      return (
        first !== undefined &&
        follows(
          others.reduce<number[]>((sum, row) => sum.map((entry, column) => entry + (row[column] ?? 0)), first),
          basis,
        )
      );
    });
}

/** Below which layers each layer stays, cell by cell: answers to a criterion, sheets with an answer in its factor, sheets. */
const atMost = [
  ["answers 0", "reached 1"],
  ["answers 1", "reached 2"],
  ["reached 1", "answers 0"],
  ["reached 2", "answers 1"],
  ["reached 1", "reached 0"],
  ["reached 2", "reached 0"],
  ["reached 0", "sheets"],
  ["answers 2", "sheets"],
  ["answers 3", "reached 4"],
  ["answers 4", "reached 5"],
  ["reached 4", "answers 3"],
  ["reached 5", "answers 4"],
  ["reached 4", "reached 3"],
  ["reached 5", "reached 3"],
  ["reached 3", "sheets"],
] as const;

function boundAttack(cells: readonly Cell[], statements: readonly Statement[], layers: Layers): (secret: Secret) => Leak[] {
  const unknowns = [...layers.keys()].flatMap((name) => cells.map((cell) => ({ name, cell })));
  const rowOf = (parts: readonly string[], of: Group) => unknowns.map(({ name, cell }) => (parts.includes(name) && within(of)(cell) ? 1 : 0));
  const equal = statements.map(({ layer, group }): Constraint => {
    const count = (cell: Cell) => partsOf(layer).reduce((all, part) => all + (layers.get(part)?.(cell) ?? 0), 0);
    return {
      coefficients: rowOf(partsOf(layer), group),
      total: cells.filter(within(group)).reduce((sum, cell) => sum + count(cell), 0),
      kind: "equal",
    };
  });
  const most = cells.flatMap((cell) =>
    atMost.flatMap(([low, high]): Constraint[] => {
      if (!layers.has(low)) return [];
      const coefficients = unknowns.map((one) => (one.cell !== cell ? 0 : one.name === low ? 1 : one.name === high ? -1 : 0));
      return [{ coefficients, total: 0, kind: "most" }];
    }),
  );
  const once = new Map(equal.map((one) => [one.coefficients.join(""), one]));
  const largest = prepare(unknowns.length, [...once.values(), ...most]);

  return (secret) => {
    const target = rowOf([secret.layer], secret.group);
    const high = Math.floor(largest(target) + 1e-6);
    if (high >= few) return [];
    const low = Math.ceil(-largest(target.map((entry) => -entry)) - 1e-6);
    return low >= 1 ? [{ ...secret, how: "by bounds", range: [low, high] }] : [];
  };
}

/** Every unit, procedure and way of answering, alone and crossed. */
export function targetsOf(cells: readonly Cell[]): Group[] {
  const groups = cells.flatMap(({ unitId, procedureId, mode }): Group[] => [
    { unitId },
    { procedureId },
    { mode },
    { unitId, procedureId },
    { unitId, mode },
    { procedureId, mode },
    { unitId, procedureId, mode },
  ]);
  return [
    ...new Map(
      groups.map((group) => [JSON.stringify([group.unitId ?? 0, group.procedureId === undefined ? 0 : group.procedureId, group.mode ?? 0]), group]),
    ).values(),
  ];
}

/** Whether a cell counts people of a group. */
export const within =
  ({ unitId, procedureId, mode }: Group) =>
  (cell: Cell) =>
    (unitId === undefined || cell.unitId === unitId) &&
    (procedureId === undefined || cell.procedureId === procedureId) &&
    (mode === undefined || cell.mode === mode);
