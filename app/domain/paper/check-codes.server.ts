import type { Db } from "#db/schema/handle.ts";
import { normaliseCode } from "../codes.ts";
import { checkSampleCodes, type Round } from "../surveys/index.server.ts";
import type { Cells } from "./row-sheet.ts";
import { type CodeProblem, invitationCell, type WrongCell } from "./vocabulary.ts";

type TypedRow = { place: number; cells: Cells; spoiled: boolean };

/**
 * Codes of invitations that let no sheet in: those no invitation of the round has, that were used, cancelled or over when
 * the pile was filled in, and those typed for two sheets. Codes of sheets that are left out are not looked at.
 */
export async function checkCodes(db: Db, round: Round, { filledTo }: { filledTo: string }, rows: readonly TypedRow[]): Promise<WrongCell[]> {
  const typed = rows.flatMap(({ place, cells, spoiled }) => {
    const code = cells[invitationCell] ?? "";
    return spoiled || code === "" ? [] : [{ place, code, normal: normaliseCode(code) }];
  });
  if (typed.length === 0) return [];
  const codes = typed.map(({ code }) => code);
  const problems = await checkSampleCodes(db, round.id, codes, filledTo);
  return typed.flatMap(({ place, normal }, index) => {
    const twice = typed.some((other) => other.place !== place && other.normal === normal);
    const key: CodeProblem | undefined = problems[index] ?? (twice ? "code_twice" : undefined);
    return key ? [{ place, code: invitationCell, key }] : [];
  });
}
