export type Sealed = { sealed: Buffer; keyId: string };

/** What acts need of the portal's secrets; platform/keys.server.ts makes them. */
export type Keys = {
  keyId: string;
  /** Encrypts; `context` binds the ciphertext to its row, so it cannot be moved to another. */
  seal(plain: string, context: string): Sealed;
  /** @throws when the bytes were changed, or sealed with another key or context. */
  unseal(sealed: Buffer, context: string): string;
  /** A secret fingerprint (hex), different for each purpose. */
  fingerprint(purpose: string, text: string): string;
  /** 32 bytes derived for a purpose. */
  derive(purpose: string, text: string): Buffer;
};
