import { expect, test } from "vitest";
import { clientAddress, clientFingerprint } from "./clients.server.ts";
import { keysFrom } from "./keys.server.ts";

const keys = keysFrom(Buffer.alloc(32, 3));
const of = (address: string) => clientFingerprint(keys, address, "2026-11-20");

test("a client cannot escape its limits by taking new addresses in its own IPv6 network", () => {
  const one = of("2001:db8:1:2::1");
  for (const same of ["2001:db8:1:2:ffff:1:2:3", "2001:0DB8:0001:0002::9", "[2001:db8:1:2::5]:4711", "2001:db8:1:2::1%eth0"])
    expect(of(same)).toBe(one);
  for (const other of ["2001:db8:1:3::1", "2001:db8::1", "::1", "1:2::"]) expect(of(other)).not.toBe(one);
});

test("an IPv4 address is one client, with or without port, and in IPv6's writing too", () => {
  const one = of("203.0.113.9");
  for (const same of ["::ffff:203.0.113.9", "203.0.113.9:50123"]) expect(of(same)).toBe(one);
  expect(of("203.0.113.10")).not.toBe(one);
});

test("only the hops of our own proxies are believed", () => {
  expect(clientAddress("10.0.0.1", "198.51.100.7, 203.0.113.9", 0)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", "198.51.100.7, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.1", null, 1)).toBe("10.0.0.1");
});
