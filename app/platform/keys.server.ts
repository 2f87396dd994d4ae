import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type Sealed = { sealed: Buffer; keyId: string };

/** The portal's secrets, derived from one key: sealing of identities, signatures, fingerprints. */
export type Keys = {
  keyId: string;
  /** AES-256-GCM; `context` binds the ciphertext to its row, so it cannot be moved to another. */
  seal(plain: string, context: string): Sealed;
  /** @throws when the bytes were changed, or sealed with another key or context. */
  unseal(sealed: Buffer, context: string): string;
  /** A secret fingerprint (HMAC-SHA-256, hex), different for each purpose. */
  fingerprint(purpose: string, text: string): string;
  /** 32 bytes derived for a purpose, e.g. a receipt key from an idempotency key. */
  derive(purpose: string, text: string): Buffer;
};

/** @param secret 32 bytes */
export function keysFrom(secret: Buffer): Keys {
  if (secret.length < 32) throw new Error("SECRET_KEY must hold at least 32 bytes");
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "lang-nghe", purpose, 32));
  const sealing = keyFor("identity");
  const signing = keyFor("fingerprint");
  const hmac = (purpose: string, text: string) => createHmac("sha256", signing).update(`${purpose}\n${text}`);

  return {
    keyId: createHash("sha256").update(sealing).digest("hex").slice(0, 12),
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), keyId: this.keyId };
    },
    unseal(sealed, context) {
      const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(0, 12)).setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
    },
    fingerprint: (purpose, text) => hmac(purpose, text).digest("hex"),
    derive: (purpose, text) => hmac(purpose, text).digest(),
  };
}

/**
 * The key of SECRET_KEY; else the one kept in the data folder (made on first run, readable by its owner only).
 * Losing it makes identities unreadable for good: docs/operations.md says how to keep it.
 */
export async function loadKeys(secret: string | undefined, dataDir: string): Promise<Keys> {
  if (secret) return keysFrom(Buffer.from(secret, "base64"));
  const file = join(dataDir, "secret.key");
  const kept = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (kept) return keysFrom(Buffer.from(kept.trim(), "base64"));

  const made = randomBytes(32);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${made.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  await chmod(file, 0o600);
  return keysFrom(made);
}
