import { Secret, TOTP } from "otpauth";

const stepSeconds = 30;

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: "Lắng Nghe", label, algorithm: "SHA1", digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) });

/** 160 random bits in base32, as RFC 4226 asks. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The code of that instant; for tests and for people without an app at hand. */
export const totpCode = (secret: string, at: Date): string => totpOf(secret, "").generate({ timestamp: at.getTime() });

/** The time step a code belongs to, at most one away from now; undefined when the code is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret, "").validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / stepSeconds) + delta;
}
