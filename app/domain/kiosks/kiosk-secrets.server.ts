import { createHash, randomBytes } from "node:crypto";
import { newSlipCode, parseSlipCode, slipCodeBytes } from "../codes.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A new set-up code with 60 random bits, typed once on the device. Only its hash is stored. */
export const drawSetUpCode = (): string => newSlipCode(randomBytes(slipCodeBytes));

/** The hash a typed set-up code is found by; undefined for what cannot be a code. */
export function hashSetUpCode(typed: string): string | undefined {
  const code = parseSlipCode(typed);
  return code && sha256(`kiosk code\n${code}`);
}

/** What a device keeps to say which kiosk it is: 256 random bits. Only its hash is stored. */
export const drawToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => sha256(`kiosk token\n${token}`);
