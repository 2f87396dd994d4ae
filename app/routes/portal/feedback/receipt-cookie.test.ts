import { expect, test } from "vitest";
import type { Portal } from "#app/platform/portal.server.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { dropReceipt, keepReceipt, readReceipt } from "./receipt-cookie.server.ts";

const receipt = { code: "PA-2026-7K3QXM", receiptKey: "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345" };

function portalAt(now: Date, secret = 1): Portal {
  return { keys: keysFrom(Buffer.alloc(32, secret)), publicUrl: "https://langnghe.example", now: () => now } as Portal;
}

const at = new Date("2026-05-04T02:00:00Z");
const requestWith = (headers: Headers) => {
  const [first] = headers.getSetCookie();
  return new Request("https://langnghe.example/phan-anh/da-gui", { headers: { Cookie: first?.split(";")[0] ?? "" } });
};

test("a receipt handed over in the cookie comes back, for a quarter of an hour", async () => {
  const headers = await keepReceipt(portalAt(at), receipt, "sent");
  expect(await readReceipt(portalAt(at), requestWith(headers), "sent")).toEqual(receipt);
  expect(await readReceipt(portalAt(new Date(at.getTime() + 14 * 60_000)), requestWith(headers), "sent")).toEqual(receipt);
  expect(await readReceipt(portalAt(new Date(at.getTime() + 16 * 60_000)), requestWith(headers), "sent")).toBeUndefined();
});

test("neither code nor key can be read from the cookie, and it goes to one page in each language", async () => {
  const cookies = (await keepReceipt(portalAt(at), receipt, "sent")).getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(Buffer.from(decodeURIComponent(cookie), "base64url").toString("latin1")).not.toContain("PA-2026");
    expect(cookie).not.toContain(receipt.receiptKey);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
  }
  expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual(["/phan-anh/da-gui", "/en/phan-anh/da-gui"]);
});

test("a cookie of another purpose, another key or a stranger's making opens nothing", async () => {
  const headers = await keepReceipt(portalAt(at), receipt, "open");
  expect(await readReceipt(portalAt(at), requestWith(headers), "sent")).toBeUndefined();
  expect(await readReceipt(portalAt(at, 2), requestWith(headers), "open")).toBeUndefined();
  const made = new Request("https://langnghe.example/", { headers: { Cookie: "ln-case=eyJjb2RlIjoiUEEifQ" } });
  expect(await readReceipt(portalAt(at), made, "open")).toBeUndefined();
});

test("leaving takes the cookie away from both languages", async () => {
  const cookies = (await dropReceipt(portalAt(at), "open")).getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) expect(cookie).toMatch(/Max-Age=0/);
});
