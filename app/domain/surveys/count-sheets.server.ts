import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import { addSums, noSums, type SheetSums } from "../insights/strata.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { type Counted, countedBy, countsOf, noProcedure, readSums, wholeSheet } from "./sheet-marks.server.ts";
import { notApplicableLevel, sheetFlags, type SheetMode, sheetModes } from "./vocabulary.ts";

/** How often each stored value of a closed question came, in the order of the values. 0 is “not answered”. */
export type ValueCounts = readonly (readonly [value: number, n: number])[];

/** The counts of sheets that share unit, procedure and mode. */
export type SheetCounts = {
  unitId: string;
  procedureId: string | null;
  mode: SheetMode;
  sheets: number;
  /** Sheets with an answer in each group of the layout. */
  reached: readonly number[];
  /** Answers on each level, for each scale question. Blanks and “does not apply” are in none. */
  levels: readonly LevelCounts[];
  /** For each other closed question of the layout; missing where a round was frozen before they were counted. */
  choices?: readonly ValueCounts[];
  /** Sheets with each of `sheetFlags`; missing as above. */
  flags?: readonly number[];
  /** Of people drawn, for each group of the layout: sums over their sheets, whose y counts satisfied answers and x answers. */
  sums?: readonly SheetSums[];
  /** Of people drawn, for each answer about themselves: the same sums over all criteria. */
  profiles?: readonly ProfileSums[];
};

/** Sums over the sheets of those who chose one option of one profile question. `place` is that of `layout.choices`. */
type ProfileSums = { place: number; option: number; sums: SheetSums };

/** Which sheets of a round are counted: only those, or all but those, for which a condition on `sheets` holds. */
export type SheetsPart = { only: SQL } | { except: SQL };

/** The marks of the sheets that share unit, procedure and mode, as `readMarks` reads them. */
type Marked = { unitId: string; procedureId: string; mode: string; marks: string };

const columns = sql`unit_id, procedure_id, mode, question, value`;
const foldedIn = (roundId: string) => sql`select ${columns}, sum(n) as n from tallies where round_id = ${roundId} group by 1, 2, 3, 4, 5`;
const countedIn = (roundId: string, layout: SheetLayout, condition: SQL, sign: SQL = sql``) => sql`
  select ${columns}, ${sign}n from ${countsOf(
    layout,
    sql`(
      select unit_id, coalesce(procedure_id, ${noProcedure}::uuid) as procedure_id, mode, day, answers, choices, flags
      from sheets where round_id = ${roundId} and ${condition}
    )`,
  )} as counted`;

/**
 * All counts of a round: tallies plus the sheets that are not folded yet, in one statement, so that a fold running at
 * the same time moves nothing out of sight or into sight twice. Sorted by unit, procedure and mode. What is left out is
 * counted and subtracted, so that leaving out costs what is left out, not what is left.
 */
export async function countSheets(db: Db, roundId: string, layout: SheetLayout, part?: SheetsPart): Promise<SheetCounts[]> {
  if (part && "only" in part) return toCells(await readMarked(db, countedIn(roundId, layout, part.only)), layout);
  const all = sql`${foldedIn(roundId)} union all ${countedIn(roundId, layout, sql`not folded`)}`;
  const parts = part ? sql`${all} union all ${countedIn(roundId, layout, part.except, sql`-`)}` : all;
  return toCells(await readMarked(db, parts), layout);
}

const keptFolded = new Map<string, { sheets: number; marked: readonly Marked[] }>();
const roundsKept = 50;

/**
 * The counts of a round that takes answers, as `countSheets` gives them. What is folded is read again only after a fold, so that
 * reading costs the sheets that came since. A fold in between, which a transaction that sees one moment never meets, has all counted anew.
 */
export async function countSheetsSoFar(tx: Db, roundId: string, layout: SheetLayout): Promise<SheetCounts[]> {
  const sheets = await countFolded(tx, roundId);
  const known = keptFolded.get(roundId);
  // Sheets are folded once and stay so: the same number means the same sheets.
  const folded = known?.sheets === sheets ? known : { sheets, marked: await readMarked(tx, foldedIn(roundId)) };
  const unfolded = await readMarked(tx, countedIn(roundId, layout, sql`not folded`));
  if ((await countFolded(tx, roundId)) !== sheets) return countSheets(tx, roundId, layout);

  keptFolded.delete(roundId);
  keptFolded.set(roundId, folded);
  const [oldest] = keptFolded.keys();
  if (keptFolded.size > roundsKept && oldest !== undefined) keptFolded.delete(oldest);
  return toCells([...folded.marked, ...unfolded], layout);
}

async function countFolded(db: Db, roundId: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`coalesce(sum(n), 0)`.mapWith(Number) })
    .from(sql`(select n from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))}) as whole`);
  return row?.n ?? 0;
}

async function readMarked(db: Db, parts: SQL): Promise<Marked[]> {
  return db.select({ unitId: sql<string>`unit_id`, procedureId: sql<string>`procedure_id`, mode: sql<string>`mode`, marks: sql<string>`marks` }).from(
    sql`(
        select unit_id, procedure_id, mode, string_agg(question || ' ' || value || ' ' || n, ',') as marks
        from (${parts}) as both_parts
        group by unit_id, procedure_id, mode
      ) as counted`,
  );
}

/** Sorted by unit, procedure and mode; marks of one place and mode may come in several parts. */
function toCells(marked: readonly Marked[], layout: SheetLayout): SheetCounts[] {
  const parts = new Map<string, Marked[]>();
  for (const one of marked) {
    const key = `${one.unitId} ${one.procedureId} ${one.mode}`;
    const own = parts.get(key);
    if (own) own.push(one);
    else parts.set(key, [one]);
  }
  const meanings = new Map<number, Counted>();
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (!first) return [];
      const { unitId, procedureId, mode } = first;
      const counts = toCounts(own.map(({ marks }) => marks).join(","), layout, meanings);
      return counts.sheets > 0 ? [{ unitId, procedureId: procedureId === noProcedure ? null : procedureId, mode: toMode(mode), ...counts }] : [];
    });
}

/** How many sheets a round has. Sheets are never changed or taken away, so the same number means the same counts. */
export async function countAllSheets(db: Db, roundId: string): Promise<number> {
  const [row] = await db.select({ n: sql<number>`n`.mapWith(Number) }).from(
    sql`(select
        (select coalesce(sum(n), 0) from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))})
        + (select count(*) from sheets where round_id = ${roundId} and not folded) as n
      ) as counted`,
  );
  return row?.n ?? 0;
}

/** How many sheets came on each day, by mode, newest day first. */
export async function countSheetsByDay(db: Db, roundId: string): Promise<{ day: string; mode: SheetMode; n: number }[]> {
  const rows = await db
    .select({ day: sql<string>`day::text`, mode: sql<string>`mode`, n: sql<number>`sum(n)`.mapWith(Number) })
    .from(
      sql`(
        select day, mode, n from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))}
        union all
        select day, mode, count(*) from sheets where round_id = ${roundId} and not folded group by day, mode
      ) as both_parts`,
    )
    .groupBy(sql`day`, sql`mode`)
    .orderBy(sql`day desc`, sql`mode`);
  return rows.map((row) => ({ ...row, mode: toMode(row.mode) }));
}

/**
 * @param marks `question value n` separated by commas; the same question and value may come again for the tail
 * @param meanings of question numbers, kept from one list of marks to the next
 */
function toCounts(marks: string, layout: SheetLayout, meanings: Map<number, Counted>): Omit<SheetCounts, "unitId" | "procedureId" | "mode"> {
  let sheets = 0;
  const reached = layout.groups.map(() => 0);
  const levels = layout.scale.map((): [number, number, number, number, number] => [0, 0, 0, 0, 0]);
  const choices = layout.choices.map(() => new Map<number, number>());
  const flags = sheetFlags.map(() => 0);
  const sums: SheetSums[] = [];
  const profiles = new Map<string, ProfileSums>();
  readMarks(marks, (question, value, n) => {
    const counted = meanings.get(question) ?? countedBy(question);
    meanings.set(question, counted);
    if (counted.of === "sheets") sheets += n;
    else if (counted.of === "group") reached[counted.index] = (reached[counted.index] ?? 0) + n;
    else if (counted.of === "sums") sums[counted.index] = addSums(sums[counted.index] ?? noSums, toSums(value, n));
    else if (counted.of === "profile") {
      const { place, option } = counted;
      const key = `${place} ${option}`;
      profiles.set(key, { place, option, sums: addSums(profiles.get(key)?.sums ?? noSums, toSums(value, n)) });
    } else if (counted.of === "flag") flags[counted.index] = (flags[counted.index] ?? 0) + n;
    else if (counted.of === "choice") choices[counted.place]?.set(value, (choices[counted.place]?.get(value) ?? 0) + n);
    else if (value > 0 && value < notApplicableLevel) {
      const counts = levels[counted.place];
      if (counts) counts[value - 1] = (counts[value - 1] ?? 0) + n;
    }
  });
  const counts = { sheets, reached, levels, choices: choices.map(sorted), flags };
  if (sums.length === 0) return counts;
  return {
    ...counts,
    sums,
    profiles: [...profiles.values()].filter((one) => one.sums.n > 0).sort((a, b) => a.place - b.place || a.option - b.option),
  };
}

const [comma, minus, zero] = [44, 45, 48] as const;

/** Digit by digit: a large round has some hundred thousand marks, and as many lists of parts would cost more than all the rest. */
function readMarks(marks: string, take: (question: number, value: number, n: number) => void): void {
  const numbers: [number, number, number] = [0, 0, 0];
  let place = 0;
  let sign = 1;
  for (let at = 0; at <= marks.length; at += 1) {
    const code = at === marks.length ? comma : marks.charCodeAt(at);
    if (code >= zero) numbers[place] = (numbers[place] ?? 0) * 10 + code - zero;
    else if (code === minus) sign = -1;
    else {
      numbers[place] = sign * (numbers[place] ?? 0);
      sign = 1;
      place += 1;
      if (code !== comma) continue;
      take(...numbers);
      numbers.fill(0);
      place = 0;
    }
  }
}

/** `n` sheets with the same value of `sumsMark`. */
function toSums(value: number, n: number): SheetSums {
  const { x, y } = readSums(value);
  return { n, reached: x > 0 ? n : 0, y: n * y, x: n * x, yy: n * y * y, xy: n * x * y, xx: n * x * x };
}

/** In the order of the values; what was left out altogether is as if it had never come. */
const sorted = (counts: ReadonlyMap<number, number>) => [...counts].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b);

function toMode(text: string): SheetMode {
  const mode = sheetModes.find((one) => one === text);
  if (!mode) throw new Error(`${text} is no mode of a sheet`);
  return mode;
}
