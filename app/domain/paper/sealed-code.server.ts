import type { paperRows } from "#db/schema/index.ts";
import type { Keys } from "../keys.ts";
import type { Cells } from "./row-sheet.ts";
import { invitationCell } from "./vocabulary.ts";

type Place = { batchId: string; keying: number; place: number };
type Row = typeof paperRows.$inferSelect;

const contextOf = ({ batchId, keying, place }: Place) => `paper row:${batchId} ${keying} ${place}`;

/** Columns of a row for the code that was typed with it: whoever reads the table cannot tell whose answers stand beside it. */
export function sealCode(keys: Keys, row: Place, code: string | undefined): { sealedCode: Buffer | null; keyId: string | null } {
  if (code === undefined) return { sealedCode: null, keyId: null };
  const { sealed, keyId } = keys.seal(code, contextOf(row));
  return { sealedCode: sealed, keyId };
}

/** The cells of a row as they were typed, its code among them. */
export function openCells(keys: Keys, row: Row): Cells {
  return row.sealedCode === null ? row.cells : { ...row.cells, [invitationCell]: keys.unseal(row.sealedCode, contextOf(row)) };
}
