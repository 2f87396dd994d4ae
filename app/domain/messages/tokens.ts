import type { Keys } from "../keys.ts";

/** What a token in a mail lets its holder do; one for each, so that none opens another door. */
export type TokenPurpose = "bounce" | "thread" | "subscription" | "mute";

const idBytes = 16;
const proofBytes = 10;
const length = 42;

/**
 * A token that needs no storing: the row's id with 80 bits of proof, 42 characters that survive mail servers which
 * change capitals. Not the receipt key, and nothing of it.
 * @param id UUID of the row
 */
export function makeToken(keys: Keys, purpose: TokenPurpose, id: string): string {
  const bytes = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), proofOf(keys, purpose, id)]);
  return BigInt(`0x${bytes.toString("hex")}`)
    .toString(32)
    .padStart(length, "0");
}

/** The id of the row a token speaks of; undefined for one we did not make. */
export function readToken(keys: Keys, purpose: TokenPurpose, token: string): string | undefined {
  if (!/^[0-9a-v]{42}$/.test(token)) return undefined;
  const value = [...token].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
  const hex = value.toString(16).padStart((idBytes + proofBytes) * 2, "0");
  if (hex.length > (idBytes + proofBytes) * 2) return undefined;
  const id = hex.slice(0, idBytes * 2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return makeToken(keys, purpose, id) === token ? id : undefined;
}

const proofOf = (keys: Keys, purpose: TokenPurpose, id: string) => keys.derive(`mail-token:${purpose}`, id).subarray(0, proofBytes);
