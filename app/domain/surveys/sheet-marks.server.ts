import { sql, type SQL } from "drizzle-orm";
import { sumWords, wordOf, wordsOfAnswer } from "./count-words.server.ts";
import { optionsOf } from "./question-options.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { notApplicableChoice } from "./stored-answer.ts";
import { bitOfFlag, groupOfMode, notApplicableLevel, sheetFlags, sheetModes } from "./vocabulary.ts";

/** Stands in `tallies.procedure_id` where a sheet names no procedure. */
export const noProcedure = "00000000-0000-0000-0000-000000000000";

/**
 * `tallies.question`: places of `sheets.answers` from 0, with the level as value; whole sheets, by day; from -2 down, sheets
 * that answered something in each group of the layout; from -501 down, of those drawn, how much of a group they answered and
 * how much of it satisfied (`sumsMark`); from 1000 on places of `sheets.choices`; from -1001 down, sheets with each flag; from
 * 1200 on, of those drawn, `sumsMark` of all criteria for each profile answer (place × 32 + option).
 */
export const wholeSheet = -1;
export const groupMark = (index: number): number => -2 - index;
export const firstChoice = 1000;
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
/** A mark takes so many bits; what it is counted by stands before them. */
const keyBits = 24;
const keyMask = 2 ** keyBits - 1;
const questionAndValue = sql.raw("(mark / 1024 - 2000)::smallint as question, (mark % 1024)::smallint as value");

/**
 * What sheets add to the tallies, as rows (unit_id, procedure_id, mode, day, question, value, n): whole sheets by day, the rest
 * by month.
 * @param sheets a relation of sheets, with `noProcedure` where they name none
 */
export function countsOf(layout: SheetLayout, sheets: SQL): SQL {
  const { words, blanks } = wordsOf(layout);
  const { values, sums, counts } = sumWords(words, blanks);
  return sql`(
    select unit_id, procedure_id, mode, day, ${sql.raw(String(wholeSheet))}::smallint as question, 0::smallint as value, count(*) as n
    from ${sheets} as sheet group by 1, 2, 3, 4
    union all
    (
      with groups as materialized (
        select row_number() over () as place, found.*
        from (select distinct unit_id, procedure_id, mode, date_trunc('month', day)::date as month from ${sheets} as sheet) as found
      ), placed as (
        select groups.place, sheet.*
        from (select *, date_trunc('month', day)::date as month from ${sheets} as sheet) as sheet join groups using (unit_id, procedure_id, mode, month)
      )
      select unit_id, procedure_id, mode, month, question, value, n
      from (
        select place, question, value, n
        from (select place, ${counts} from (select place, ${sums} from (select place, ${values} from placed) as worded group by place) as summed) as counted
        where n > 0
        union all
        select place, ${questionAndValue}, n
        from (
          select key >> ${raw(keyBits)} as place, (key & ${raw(keyMask)})::int as mark, count(*) as n
          from (
            select (place << ${raw(keyBits)}) + unnest(${marksOf(layout)}) as key from placed
            union all
            select (place << ${raw(keyBits)}) + unnest(${drawnMarksOf(layout)}) as key from placed where mode in (${raw(drawnModes)})
          ) as marked
          where key is not null
          group by key
        ) as by_mark
      ) as by_place join groups using (place)
    )
  )`;
}

/** Of questions with one answer among so many options, each option has a counter of its own; those with more are counted by marks. */
const optionsInWords = 8;

/** How many options a question has that one of is chosen; 0 where it is counted by marks. */
function optionsCounted(question: ChoiceQuestion): number {
  if (question.kind === "multiple" || question.kind === "ranking") return 0;
  const options = question.kind === "scale3" ? notApplicableChoice : optionsOf(question).length;
  return options <= optionsInWords ? options : 0;
}

/**
 * What one sheet adds to the tallies beside itself, as far as every sheet may add to it: the answer to each question with few
 * options (0 where there is none), each group of criteria it answered anything of, and each flag. A group's count is n of a
 * factor: it cannot be had from the answers' counts, because one person may answer one criterion or all.
 */
function wordsOf({ scale, groups, choices }: SheetLayout) {
  const few = choices.flatMap((question, place) => (optionsCounted(question) === 0 ? [] : [{ place, most: optionsCounted(question) }]));
  return {
    words: [
      ...scale.flatMap((_, place) => wordsOfAnswer(place, `answers[${place + 1}]`, notApplicableLevel)),
      ...few.flatMap(({ place, most }) => wordsOfAnswer(firstChoice + place, `choices[${place + 1}]`, most)),
      ...groups.flatMap(({ places }, index) => (places.length === 0 ? [] : [wordOf(reached(places), { question: groupMark(index), value: 0 })])),
      ...sheetFlags.map((flag, index) => wordOf(`flags & ${bitOfFlag[flag]} <> 0`, { question: firstFlag - index, value: 0 })),
    ],
    blanks: [...scale.map((_, place) => place), ...few.map(({ place }) => firstChoice + place)],
  };
}

/** The rest, as an array of marks: one for each of several choices, option × 10 + rank for a ranking. Null counts nothing. */
const marksOf = ({ choices }: SheetLayout): SQL =>
  arrayOf(
    choices.flatMap((question, place) => (optionsCounted(question) > 0 ? [] : choiceMarks(question, firstChoice + place, `choices[${place + 1}]`))),
  );

/** What sheets of people who were drawn add besides. */
const drawnMarksOf = (layout: SheetLayout): SQL =>
  arrayOf([
    ...layout.groups.flatMap((group, index) => (group.places.length === 0 || group.places.length > sumsMost ? [] : [sumsMark(group.places, index)])),
    ...profileSumsMarks(layout),
  ]);

/** Whether a sheet answered any of these questions, in SQL. */
export const reached = (places: readonly number[]): string =>
  places.map((place) => `answers[${place + 1}] % ${notApplicableLevel} <> 0`).join(" or ");

/** Criteria of a group whose sums fit into a value; of larger groups they are not kept. */
export const sumsMost = 43;

/**
 * Of somebody drawn: x criteria of the group answered, y of them with 4 or 5, as the value x(x + 1)/2 + y. How the answers of
 * one sheet go together is what the variance of a sample rests on, and no count of answers tells it.
 */
function sumsMark(places: readonly number[], index: number): string {
  return mark(firstSums - index, sumsValue(places));
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
    return `case when ${option} > 0 then (${option} + ${firstProfile + place * 32 + 2000}) * 1024 + ${sumsValue(places)} end`;
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

/** 1 of somebody drawn, else 0, in SQL. */
export const isDrawn = sql.raw(`(mode in (${drawnModes}))::int::bigint`);

const raw = (text: number | string): SQL => sql.raw(String(text));

export const arrayOf = (expressions: readonly string[]): SQL => sql.raw(`array[${expressions.join(", ")}]::int[]`);
