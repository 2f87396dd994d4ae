import { chooseCells, commitBatch } from "#app/domain/paper/index.server.ts";
import { paperColumns } from "#app/domain/paper/paper-columns.ts";
import { isCodeProblem } from "#app/domain/paper/vocabulary.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { refusalSentence } from "../../sentences.ts";
import type { FoundBatch } from "./read-grid.server.ts";

type OfficeVisit = Visit & { official: Official };
type Answer = { notice: string | null; refused: string | null; wrong: string[]; stored: number };

const silent: Answer = { notice: null, refused: null, wrong: [], stored: 0 };

/** Keeps what was decided: fields `k.<place>.<question>` with 1 or 2. */
export async function decideCells(
  { db, portal, official, now, t }: OfficeVisit,
  { batch }: FoundBatch,
  typed: Record<string, string>,
): Promise<Answer> {
  const choices = Object.entries(typed).flatMap(([name, value]) => {
    const [, place, code] = /^k\.(\d{1,4})\.(.{1,60})$/.exec(name) ?? [];
    if (place === undefined || code === undefined || (value !== "1" && value !== "2")) return [];
    return [{ place: Number(place), code, keying: value === "1" ? (1 as const) : (2 as const) }];
  });
  const chosen = await chooseCells(db, portal.keys, official, batch.id, choices, now);
  return chosen.ok
    ? { ...silent, notice: t("paper:compare.saved", { count: chosen.value.left }) }
    : { ...silent, refused: refusalSentence(t, chosen) };
}

/** Puts the pile into its round, or says cell by cell what keeps it out. */
export async function putIn({ db, official, portal, now, t }: OfficeVisit, { batch, round }: FoundBatch): Promise<Answer> {
  const put = await commitBatch(db, official, portal.keys, batch.id, now);
  if (put.ok) return { ...silent, stored: put.value.stored };
  const columns = paperColumns(round.layout.questionnaire);
  const wrong = "wrong" in put ? put.wrong : [];
  return {
    ...silent,
    refused: refusalSentence(t, put),
    wrong: wrong.map(({ place, code, key }) => {
      const sheet = String(batch.firstNumber + place);
      if (isCodeProblem(key)) return t(`paper:grid.wrongCode.${key}`, { sheet });
      const number = columns.find((column) => column.code === code)?.number;
      return number === undefined ? t("paper:grid.wrongRow", { sheet }) : t("paper:grid.wrongCell", { sheet, number: String(number) });
    }),
  };
}
