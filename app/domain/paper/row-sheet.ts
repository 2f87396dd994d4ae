import type { Questionnaire } from "../surveys/questionnaire-schema.ts";
import { readCell } from "./paper-columns.ts";

/** Question code → as typed. */
export type Cells = Readonly<Record<string, string>>;

/**
 * A typed row as the body of an answer sheet, and the codes of the cells that cannot be read. Every five-level question is
 * passed over in so many words where its cell is blank.
 */
export function toSheet({ questions }: Questionnaire, cells: Cells): { body: { answers: object; choices: object; texts: object }; wrong: string[] } {
  const answers: Record<string, unknown> = {};
  const choices: Record<string, unknown> = {};
  const texts: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const question of questions) {
    const value = readCell(question, cells[question.code] ?? "");
    if (value === undefined) wrong.push(question.code);
    else if (question.kind === "scale5") answers[question.code] = value;
    else if (value !== null) (question.kind === "text" ? texts : choices)[question.code] = value;
  }
  return { body: { answers, choices, texts }, wrong };
}
