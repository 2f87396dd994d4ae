import type { Keys } from "../keys.ts";

/** A row of a list with the line of the file it stood on. */
export type KeptLine = { line: number; cells: string[] };
export type KeptList = { headings: string[]; rows: KeptLine[] };

const contextOf = (frameId: string) => `sample list:${frameId}`;

/** Columns of the frame's row: people's names stand in the list, so it is kept sealed to it. */
export function sealList(keys: Keys, frameId: string, list: KeptList) {
  const { sealed, keyId } = keys.seal(JSON.stringify(list), contextOf(frameId));
  return { sealedRows: sealed, keyId };
}

/** The list again, as `sealList` stored it. */
export const openList = (keys: Keys, frameId: string, sealed: Buffer): KeptList => JSON.parse(keys.unseal(sealed, contextOf(frameId))) as KeptList;
