import type { Keys } from "./keys.server.ts";

/**
 * A visitor's fingerprint for limits and duplicate counting: HMAC of address and day.
 * It changes every day and cannot be turned back into an address.
 */
export function clientFingerprint(keys: Keys, address: string, day: string): string {
  return keys.fingerprint(`client ${day}`, address).slice(0, 32);
}

/** The client's address: the last hop we do not run ourselves. */
export function clientAddress(socketAddress: string, forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0 || !forwardedFor) return socketAddress;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops[Math.max(hops.length - trustedProxies, 0)] ?? socketAddress;
}
