import { sql, type SQL } from "drizzle-orm";

/** Two counts in one bigint, 31 bits each: PostgreSQL adds both up at once, and neither runs over below two billion sheets. */
const countBits = 31;
const countMask = 2 ** countBits - 1;

/** What a sheet adds to two counts at most, as an expression, and what is counted by its lower and its upper half. */
export type CountWord = { expression: string; lower: Mark; upper?: Mark };

type Mark = { question: number; value: number };

/** Words of a question with one answer: how many gave each value from 1 to `most`, two values a word. @param stored in SQL */
export function wordsOfAnswer(question: number, stored: string, most: number): CountWord[] {
  return Array.from({ length: Math.ceil(most / 2) }, (_, index) => {
    const value = 2 * index + 1;
    if (value === most) return wordOf(`${stored} = ${value}`, { question, value });
    return {
      expression: `case ${stored} when ${value} then 1 when ${value + 1} then ${2 ** countBits} else 0::bigint end`,
      lower: { question, value },
      upper: { question, value: value + 1 },
    };
  });
}

/** A word of what holds or does not. @param condition in SQL, never null */
export const wordOf = (condition: string, lower: Mark): CountWord => ({ expression: `(${condition})::int::bigint`, lower });

/**
 * The parts of a statement that sums words: `values` makes them of a sheet, `names` passes them on, `sums` adds them up beside a
 * count of `sheets`, and `counts` takes them apart, as columns question, value and n.
 *
 * A row for each answer, to be grouped, would say the same and take several times as long.
 * @param blanks of which questions those are counted, as value 0, who gave none of the answers in words
 */
export function sumWords(words: readonly CountWord[], blanks: readonly number[] = []): Record<"values" | "names" | "sums" | "counts", SQL> {
  const counts = words.flatMap(({ lower, upper }, index) => [
    { ...lower, n: `(w${index} & ${countMask})` },
    ...(upper ? [{ ...upper, n: `(w${index} >> ${countBits})` }] : []),
  ]);
  const given = (question: number) => counts.filter((one) => one.question === question).map(({ n }) => n);
  const all = [...counts, ...blanks.map((question) => ({ question, value: 0, n: ["sheets", ...given(question)].join(" - ") }))];
  const list = (type: string, expressions: readonly (string | number)[]) => `unnest(array[${expressions.join(", ")}]::${type}[])`;
  return {
    values: columns(["0 as none", ...words.map(({ expression }, index) => `${expression} as w${index}`)]),
    names: columns(["none", ...words.map((_, index) => `w${index}`)]),
    sums: columns(["count(*) as sheets", ...words.map((_, index) => `sum(w${index})::bigint as w${index}`)]),
    counts: columns([
      `${list(
        "smallint",
        all.map(({ question }) => question),
      )} as question`,
      `${list(
        "smallint",
        all.map(({ value }) => value),
      )} as value`,
      `${list(
        "bigint",
        all.map(({ n }) => n),
      )} as n`,
    ]),
  };
}

const columns = (list: readonly string[]): SQL => sql.raw(list.join(", "));
