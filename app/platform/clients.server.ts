import { isIPv6 } from "node:net";
import type { Keys } from "./keys.server.ts";

/**
 * A visitor's fingerprint for limits and duplicate counting: HMAC of address and day.
 * It changes every day and cannot be turned back into an address. Of an IPv6 address the network counts (/64): that is
 * what one household or machine is given, and it may take a new address in it for every request.
 */
export function clientFingerprint(keys: Keys, address: string, day: string): string {
  return keys.fingerprint(`client ${day}`, networkOf(address)).slice(0, 32);
}

/** Without port and zone; IPv4 as it is, also when written as IPv6; of IPv6 the first four groups. */
function networkOf(address: string): string {
  const plain = address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [left = [], right = []] = new URL(`http://[${plain}]`).hostname
    .slice(1, -1)
    .split("::")
    .map((half) => half.split(":").filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return groups.slice(0, 4).join(":");
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
