import { createHash, randomBytes } from "node:crypto";

const hintLength = 7;

/** A new key: `ln_` and 192 random bits. */
export const newApiKey = (): string => `ln_${randomBytes(24).toString("base64url")}`;

/** What is stored of a key or token. */
export const hashOfCode = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Enough of a key to tell it from others, too little to use it. */
export const hintOf = (key: string): string => key.slice(0, hintLength);
