import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 19 MiB, two passes, one lane: the first choice of OWASP's password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

/** @param password as typed; composed and decomposed diacritics are the same password */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

/**
 * True when the password is the one behind the hash. Without a hash, the same work is done on a decoy,
 * so that the time of the answer does not tell whether the account exists.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString("base64"));
  const known = passwordHash?.startsWith("$argon2") ? passwordHash : undefined;
  const right = await verify(known ?? (await decoy), password.normalize("NFKC"));
  return right && known !== undefined;
}
