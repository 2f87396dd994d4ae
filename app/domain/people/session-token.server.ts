import { createHash, randomBytes } from "node:crypto";

/** A new session token: 32 random bytes, base64url. Only the cookie ever holds it. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");

/** What `sessions` keeps of a token: SHA-256, hex. Whoever reads the table cannot sign in with it. */
export const hashSessionToken = (token: string): string => createHash("sha256").update(token).digest("hex");
