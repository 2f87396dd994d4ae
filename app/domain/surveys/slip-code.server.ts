import { createHash, randomBytes } from "node:crypto";
import { newSlipCode, parseSlipCode, slipCodeBytes } from "../codes.ts";
import type { Keys } from "../keys.ts";

/** A new code with 60 random bits; only its hash is stored. */
export const drawSlipCode = (): string => newSlipCode(randomBytes(slipCodeBytes));

/**
 * The code of a drawn person's slip, 60 bits of an HMAC under the portal's secret: it is stored nowhere, and made again
 * for each letter to that person.
 */
export const sampleSlipCode = (keys: Keys, slipId: string): string => newSlipCode(keys.derive("sample slip", slipId));

/** The hash a typed code is found by; undefined for what cannot be a code. */
export function hashSlipCode(typed: string): string | undefined {
  const code = parseSlipCode(typed);
  return code && createHash("sha256").update(`slip\n${code}`).digest("hex");
}
