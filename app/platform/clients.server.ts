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

/** True for a connection from this very machine, unless a proxy says that it passes on somebody else's request. */
export function isLoopback(socketAddress: string, headers: Headers): boolean {
  if (headers.has("X-Forwarded-For") || headers.has("Forwarded") || headers.has("X-Real-IP")) return false;
  const address = socketAddress.replace(/^::ffff:/, "");
  return address === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
}
