import type { Questionnaire } from "../surveys/questionnaire-schema.ts";
import { normaliseCode } from "../codes.ts";
import { normalCell } from "./paper-columns.ts";
import type { Cells } from "./row-sheet.ts";
import { invitationCell, type Keying } from "./vocabulary.ts";

export type KeptRow = { keying: number; place: number; cells: Cells; chosen: Readonly<Record<string, number>>; spoiled: boolean };

/** A cell that two people typed differently. `chosen` says whose is taken; null while nobody has decided. */
export type Difference = { place: number; code: string; first: string; second: string; chosen: Keying | null };

/** Stands for the mark “blank or crossed out” among the codes of a row. */
export const spoiledCode = "#spoiled";

export type Comparison = {
  /** Closed cells, and codes of invitations, that were typed twice, in rows that both have. */
  compared: number;
  differences: Difference[];
};

/** Compares the two typings of codes and closed questions cell by cell, where a row was typed twice. Texts are typed once. */
export function compareRows({ questions }: Questionnaire, rows: readonly KeptRow[]): Comparison {
  const closed = questions.filter(({ kind }) => kind !== "text");
  const seconds = new Map(rows.filter(({ keying }) => keying === 2).map((row) => [row.place, row]));
  const differences: Difference[] = [];
  let compared = 0;
  for (const first of rows.filter(({ keying }) => keying === 1).toSorted((a, b) => a.place - b.place)) {
    const second = seconds.get(first.place);
    if (!second) continue;
    const note = (code: string, one: string, two: string) => {
      const chosen = first.chosen[code];
      differences.push({ place: first.place, code, first: one, second: two, chosen: chosen === 1 || chosen === 2 ? chosen : null });
    };
    if (first.spoiled !== second.spoiled) note(spoiledCode, first.spoiled ? "x" : "", second.spoiled ? "x" : "");
    for (const question of closed) {
      const [one, two] = [first.cells[question.code] ?? "", second.cells[question.code] ?? ""];
      compared += 1;
      if (normalCell(question, one) !== normalCell(question, two)) note(question.code, one, two);
    }
    const [one, two] = [first.cells[invitationCell] ?? "", second.cells[invitationCell] ?? ""];
    if (one !== "" || two !== "") compared += 1;
    if (normaliseCode(one) !== normaliseCode(two)) note(invitationCell, one, two);
  }
  return { compared, differences };
}

/** The rows as they go into the round: the first typing, with the second where that was chosen. */
export function chosenRows(questionnaire: Questionnaire, rows: readonly KeptRow[]): { place: number; cells: Cells; spoiled: boolean }[] {
  const { differences } = compareRows(questionnaire, rows);
  return rows
    .filter(({ keying }) => keying === 1)
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, cells, spoiled }) => {
      const seconds = differences.filter((one) => one.place === place && one.chosen === 2);
      return {
        place,
        cells: { ...cells, ...Object.fromEntries(seconds.filter(({ code }) => code !== spoiledCode).map(({ code, second }) => [code, second])) },
        spoiled: seconds.some(({ code }) => code === spoiledCode) ? !spoiled : spoiled,
      };
    });
}
