import type { Keys } from "../keys.ts";
import type { RefusalDetails } from "../outcome.ts";
import type { List } from "./read-list.server.ts";
import type { Problem } from "./read-row.ts";

/** Rows of a list with the line of the file each stood on; of wrong ones, why: what is wrong in it, or what the act refused. */
export type KeptRow = { line: number; cells: string[]; problems?: Problem[]; refusal?: { code: string; details?: RefusalDetails } };
export type KeptRows = { headings: string[]; rows: KeptRow[] };

const contextOf = (importId: string) => `import:${importId}`;

/** People's names and words stand in the rows: they are kept as letters are, sealed to their import. Empty lines are not kept. */
export function sealRows(keys: Keys, importId: string, list: List) {
  const rows = list.rows.flatMap((cells, at) => (cells.some(Boolean) ? [{ line: list.firstLine + at, cells }] : []));
  return sealKept(keys, importId, { headings: list.headings, rows });
}

/** Columns of the import row. */
export function sealKept(keys: Keys, importId: string, kept: KeptRows) {
  const { sealed, keyId } = keys.seal(JSON.stringify(kept), contextOf(importId));
  return { sealedRows: sealed, keyId };
}

/** The rows again, as `sealRows` and `sealKept` stored them. */
export const openRows = (keys: Keys, importId: string, sealed: Buffer): KeptRows => JSON.parse(keys.unseal(sealed, contextOf(importId))) as KeptRows;
