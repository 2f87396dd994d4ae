import { sql, type SQL } from "drizzle-orm";
import { optionsOf } from "./question-options.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { bitOfFlag, groupOfMode, notApplicableLevel, overallAnswer, sheetFlags, sheetModes } from "./vocabulary.ts";

/** Stands in `tallies.procedure_id` where a sheet names no procedure. */
export const noProcedure = "00000000-0000-0000-0000-000000000000";

/**
 * `tallies.question`: places of `sheets.answers` from 0, with the level as value; whole sheets, by day; from -2 down, sheets
 * that answered something in each group of the layout; from -501 down, of those drawn, how much of a group they answered and
 * how much of it satisfied (`sumsMark`); from 1000 on places of `sheets.choices`; from -1001 down, sheets with each flag; from
 * 1200 on, of those drawn, `sumsMark` of all criteria for each profile answer (place × 32 + option).
 */
export const wholeSheet = -1;
const groupMark = (index: number): number => -2 - index;
const firstChoice = 1000;
const firstSums = -501;
const firstFlag = -1001;
const firstProfile = 1200;

/** Modes of people who were drawn, in SQL. */
const drawnModes = sheetModes
  .filter((mode) => groupOfMode[mode] === "drawn")
  .map((mode) => `'${mode}'`)
  .join(", ");

/** What a number in `tallies.question` counts. */
export type Counted =
  | { of: "sheets" }
  | { of: "level"; place: number }
  | { of: "group"; index: number }
  | { of: "sums"; index: number }
  | { of: "choice"; place: number }
  | { of: "profile"; place: number; option: number }
  | { of: "flag"; index: number };

export function countedBy(question: number): Counted {
  if (question === wholeSheet) return { of: "sheets" };
  if (question >= firstProfile) return { of: "profile", place: Math.floor((question - firstProfile) / 32), option: (question - firstProfile) % 32 };
  if (question >= firstChoice) return { of: "choice", place: question - firstChoice };
  if (question >= 0) return { of: "level", place: question };
  if (question > firstSums) return { of: "group", index: groupMark(question) };
  return question > firstFlag ? { of: "sums", index: firstSums - question } : { of: "flag", index: firstFlag - question };
}

/** A question and a value in one integer, so that the database groups by one column. Questions from -2000 to 14,383, values to 1023. */
const mark = (question: number, value: number | string) => `${(question + 2000) * 1024}+${value}`;
/** A mark takes so many bits, and so many the place and option of a profile answer; what it is counted by stands before them. */
const keyBits = 24;
const optionBits = 13;
const keyMask = 2 ** keyBits - 1;
const questionAndValue = sql.raw("(mark / 1024 - 2000)::smallint as question, (mark % 1024)::smallint as value");

/**
 * What sheets add to the tallies, as rows (unit_id, procedure_id, mode, day, question, value, n): whole sheets by day, the rest
 * by month.
 * @param sheets a relation of sheets, with `noProcedure` where they name none
 */
export function countsOf(layout: SheetLayout, sheets: SQL): SQL {
  return sql`(
    select unit_id, procedure_id, mode, day, ${sql.raw(String(wholeSheet))}::smallint as question, 0::smallint as value, count(*) as n
    from ${sheets} as sheet group by 1, 2, 3, 4
    union all
    (
      with groups as materialized (
        select row_number() over () as place, found.*
        from (select distinct unit_id, procedure_id, mode, date_trunc('month', day)::date as month from ${sheets} as sheet) as found
      )
      select unit_id, procedure_id, mode, month, ${questionAndValue}, n
      from (
        select (key >> ${raw(keyBits)})::int as place, (key & ${raw(keyMask)})::int as mark, count(*) as n
        from (
          select (groups.place << ${raw(keyBits)}) + unnest(${marksOf(layout)}) as key
          from (select *, date_trunc('month', day)::date as month from ${sheets} as sheet) as sheet join groups using (unit_id, procedure_id, mode, month)
        ) as marked
        where key is not null
        group by key
      ) as by_mark join groups using (place)
    )
  )`;
}

/** What sheets add to the profile tallies, as rows (mode_group, place, option, question, value, n). */
export function profileCountsOf(layout: SheetLayout, sheets: SQL): SQL {
  return sql`(
    select case drawn when 1 then 'drawn' else 'self_selected' end as mode_group, (option / 32)::smallint as place, (option % 32)::smallint as option,
      ${questionAndValue}, n
    from (
      select (key >> ${raw(keyBits + optionBits)})::int as drawn, (key >> ${raw(keyBits)} & ${raw(2 ** optionBits - 1)})::int as option, (key & ${raw(keyMask)})::int as mark, count(*) as n
      from ${profileKeysOf(layout, sheets)} as keyed
      group by key
    ) as by_mark
  )`;
}

/**
 * What one sheet adds to the tallies beside itself, as an array of marks out of `answers`, `choices` and `flags`: the answer
 * to each question (0 where there is none; one mark for each of several choices; option × 10 + rank for a ranking), each
 * group of criteria it answered anything of, and each flag. A group's count is n of a factor: it cannot be had from the
 * answers' counts, because one person may answer one criterion or all. Some marks are null and count nothing.
 */
function marksOf(layout: SheetLayout): SQL {
  return arrayOf([
    ...layout.scale.map((_, place) => mark(place, `answers[${place + 1}]`)),
    ...layout.groups.flatMap((group, index) => (group.places.length === 0 ? [] : [reachedMark(group.places, index)])),
    ...layout.groups.flatMap((group, index) => (group.places.length === 0 || group.places.length > sumsMost ? [] : [sumsMark(group.places, index)])),
    ...profileSumsMarks(layout),
    ...layout.choices.flatMap((question, place) => choiceMarks(question, firstChoice + place, `choices[${place + 1}]`)),
    ...sheetFlags.map((flag, index) => `case when flags & ${bitOfFlag[flag]} <> 0 then ${mark(firstFlag - index, 0)} end`),
  ]);
}

function reachedMark(places: readonly number[], index: number): string {
  const answered = places.map((place) => `answers[${place + 1}] % ${notApplicableLevel} <> 0`);
  return `case when ${answered.join(" or ")} then ${mark(groupMark(index), 0)} end`;
}

/** Criteria of a group whose sums fit into a value; of larger groups they are not kept. */
export const sumsMost = 43;

/**
 * Of somebody drawn: x criteria of the group answered, y of them with 4 or 5, as the value x(x + 1)/2 + y. How the answers of
 * one sheet go together is what the variance of a sample rests on, and no count of answers tells it.
 */
function sumsMark(places: readonly number[], index: number): string {
  return `case when mode in (${drawnModes}) then ${mark(firstSums - index, sumsValue(places))} end`;
}

/**
 * The same of all criteria for each answer about oneself: by unit and procedure, because those are the strata that a profile's
 * figure is weighted by. It says nothing that the sheets do not, and is published for the whole round only.
 */
function profileSumsMarks({ groups, profile }: SheetLayout): string[] {
  const places = groups[0]?.places ?? [];
  if (places.length === 0 || places.length > sumsMost) return [];
  return profile.map((place) => {
    const option = `choices[${place + 1}]`;
    return `case when mode in (${drawnModes}) and ${option} > 0 then (${option} + ${firstProfile + place * 32 + 2000}) * 1024 + ${sumsValue(places)} end`;
  });
}

function sumsValue(places: readonly number[]): string {
  const count = (holds: (answer: string) => string) =>
    places.map((place) => `(${holds(`answers[${place + 1}] % ${notApplicableLevel}`)})::int`).join(" + ");
  const x = `(${count((answer) => `${answer} > 0`)})`;
  return `${x} * (${x} + 1) / 2 + ${count((answer) => `${answer} > 3`)}`;
}

/** What a value of `sumsMark` says: answers and satisfied answers of one sheet. */
export function readSums(value: number): { x: number; y: number } {
  const x = Math.floor((Math.sqrt(8 * value + 1) - 1) / 2);
  return { x, y: value - (x * (x + 1)) / 2 };
}

function choiceMarks(question: ChoiceQuestion, number: number, stored: string): string[] {
  if (question.kind !== "multiple" && question.kind !== "ranking") return [mark(number, stored)];
  const blank = `case when ${stored} = 0 then ${mark(number, 0)} end`;
  const options = optionsOf(question).map((_, index) => {
    if (question.kind === "multiple") return `case when ${stored} & ${1 << index} <> 0 then ${mark(number, index + 1)} end`;
    const rank = `${stored} / ${10 ** index} % 10`;
    return `case when ${rank} > 0 then ${mark(number, `${(index + 1) * 10} + ${rank}`)} end`;
  });
  return [blank, ...options];
}

/**
 * Sheets as keys of one integer each, out of who chose (drawn or not), the place and option of a profile answer (overall
 * satisfaction stands among them, its level as option of `overallAnswer`), and a mark: each answer on the five-level scale,
 * and that the sheet counts for the overall index. Blanks and “does not apply” are left out.
 * @param sheets a relation with mode, answers and choices
 */
function profileKeysOf(layout: SheetLayout, sheets: SQL): SQL {
  const { overall, profile } = layout;
  const options = arrayOf([
    ...profile.map((place) => `case when choices[${place + 1}] > 0 then ${place} * 32 + choices[${place + 1}] end`),
    ...(overall === null
      ? []
      : [`case when answers[${overall + 1}] % ${notApplicableLevel} <> 0 then ${overallAnswer} * 32 + answers[${overall + 1}] end`]),
  ]);
  const answers = arrayOf([
    ...layout.scale.map(
      (_, place) => `case when answers[${place + 1}] % ${notApplicableLevel} <> 0 then ${mark(place, `answers[${place + 1}]`)} end`,
    ),
    ...layout.groups.slice(0, 1).flatMap(({ places }, index) => (places.length === 0 ? [] : [reachedMark(places, index)])),
  ]);
  return sql`(
    select key from (
      select (drawn << ${raw(keyBits + optionBits)}) + (option::bigint << ${raw(keyBits)}) + unnest(marks) as key
      from (select ${isDrawn} as drawn, unnest(${options}) as option, ${answers} as marks from ${sheets} as sheet) as by_option
      where option is not null
    ) as keyed
    where key is not null
  )`;
}

const isDrawn = sql.raw(`(mode in (${drawnModes}))::int::bigint`);

const raw = (number: number): SQL => sql.raw(String(number));

const arrayOf = (expressions: readonly string[]): SQL => sql.raw(`array[${expressions.join(", ")}]::int[]`);
