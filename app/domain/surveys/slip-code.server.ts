import { createHash, randomBytes } from "node:crypto";
import { newSlipCode, parseSlipCode, slipCodeBytes } from "../codes.ts";

/** A new code with 60 random bits; only its hash is stored. */
export const drawSlipCode = (): string => newSlipCode(randomBytes(slipCodeBytes));

/** The hash a typed code is found by; undefined for what cannot be a code. */
export function hashSlipCode(typed: string): string | undefined {
  const code = parseSlipCode(typed);
  return code && createHash("sha256").update(`slip\n${code}`).digest("hex");
}
