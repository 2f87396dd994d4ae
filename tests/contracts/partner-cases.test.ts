import { afterAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { apiKeys, cases, partnerCases } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { issueApiKey, revokeApiKey } from "#app/domain/partners/index.server.ts";
import { openApiWorld } from "#tests/support/api-world.ts";

const api = await openApiWorld();
afterAll(api.close);
const { db, portal } = api;
const address = "/api/v1/partner/cases";

const admin = await makeOfficial(db, { roles: ["admin"] });
async function keyFor(partner: string) {
  const wish = { partner, scope: "open311_send" as const, validUntil: "2027-06-30", hourlyLimit: 300 };
  const issued = await issueApiKey(db, admin, wish, portal.now());
  if (!issued.ok) throw new Error(issued.code);
  return issued.value;
}

let sent = 0;
/** A case that came with this key, each a minute after the one before. */
async function sentWith(apiKeyId: string, state: "MOI" | "DANG_XU_LY" | "DA_CONG_KHAI") {
  sent += 1;
  const contact = { name: "Người Gửi Kín (mẫu)", email: `kin${sent}@example.vn`, phone: "0912 000 111", address: "Nhà Kín 7" };
  const made = await makeCase(db, portal.keys, {
    state,
    unit: api.open.unit,
    people: api.open.people,
    subject: `VIỆC KÍN ${sent}`,
    draft: { contact },
  });
  await db
    .insert(partnerCases)
    .values({ caseId: made.id, apiKeyId, tokenHash: `token ${sent}`, createdAt: new Date(portal.now().getTime() + sent * 60_000) });
  return made;
}

const ask = (key: string | undefined, query = "") =>
  api.call(`${address}${query}`, key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } });
type Page = { items: Record<string, unknown>[]; next: string | null };
const read = async (key: string, query = "") => (await (await ask(key, query)).json()) as Page;

const [old, renewed, stranger] = [await keyFor("Tổng đài mẫu"), await keyFor("Tổng đài mẫu"), await keyFor("Mặt trận mẫu")];
const own = [await sentWith(old.id, "DA_CONG_KHAI"), await sentWith(old.id, "DANG_XU_LY"), await sentWith(renewed.id, "MOI")];
const other = await sentWith(stranger.id, "MOI");

test("a partner sees what came with its keys, old and new, the newest first, page by page; and nobody else’s", async () => {
  const codes = own.map(({ code }) => code).toReversed();
  expect((await read(renewed.key)).items.map(({ code }) => code)).toEqual(codes);
  expect((await read(stranger.key)).items.map(({ code }) => code)).toEqual([other.code]);

  const seen: unknown[] = [];
  for (let next: string | null = ""; next !== null;) {
    const page: Page = await read(renewed.key, `?limit=1${next && `&after=${next}`}`);
    expect(page.items).toHaveLength(1);
    seen.push(...page.items.map(({ code }) => code));
    next = page.next;
  }
  expect(seen).toEqual(codes);
});

test("it tells where each stands, and nothing of who wrote or what", async () => {
  const answer = await ask(renewed.key);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  const text = await answer.text();
  for (const secret of ["KÍN", "kin1@", "0912", "Nhà Kín", ...own.map(({ receiptKey }) => receiptKey), ...own.map(({ id }) => id)]) {
    expect(text).not.toContain(secret);
  }
  const items = (JSON.parse(text) as Page).items;
  expect(items.map(({ state, url }) => [state, url])).toEqual([
    ["MOI", null],
    ["DANG_XU_LY", null],
    ["DA_CONG_KHAI", `${portal.publicUrl}/phan-anh/${own[0]?.code}`],
  ]);
  const fields = ["answeredOn", "code", "dueOn", "kind", "receivedOn", "state", "unit", "url"];
  for (const item of items) expect(Object.keys(item).toSorted()).toEqual(fields);
  expect(items[2]).toMatchObject({ answeredOn: expect.any(String), dueOn: expect.any(String), unit: { slug: "quay-mau" } });
});

test("without a key, with a wrong, revoked or expired one, or with one in the address, there is no list", async () => {
  const gone = await keyFor("Tổng đài mẫu");
  await revokeApiKey(db, admin, gone.id, portal.now());
  const late = await keyFor("Tổng đài mẫu");
  await db.update(apiKeys).set({ validUntil: "2026-11-01" }).where(eq(apiKeys.id, late.id));
  for (const key of [undefined, "", "ln_khong-co", gone.key, late.key, "x".repeat(300)]) {
    const answer = await ask(key);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("WWW-Authenticate")).toBe('Bearer realm="partner"');
    expect(await answer.json()).toMatchObject({ code: "no_api_key" });
  }
  expect((await ask(undefined, `?api_key=${renewed.key}`)).status).toBe(401);
  expect((await api.call(address, { headers: { Authorization: `Receipt ${renewed.key}` } })).status).toBe(401);
});

test("odd pages are refused, other methods too", async () => {
  for (const [query, code] of [
    ["?limit=0", "bad_limit"],
    ["?limit=101", "bad_limit"],
    ["?after=x", "bad_cursor"],
    ["?after=WyJhIiwiYiJd", "bad_cursor"],
  ] as const) {
    const answer = await ask(renewed.key, query);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, code]);
  }
  const posted = await api.call(address, { method: "POST", body: {}, headers: { Authorization: `Bearer ${renewed.key}` } });
  expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  const asked = await api.call(address, { method: "OPTIONS" });
  expect([asked.status, asked.headers.get("Access-Control-Allow-Origin")]).toEqual([204, null]);
});

test("a case that left for the confidential procedure is gone from the list", async () => {
  await db.update(cases).set({ state: "CHUYEN_MAT" }).where(eq(cases.id, other.id));
  expect(await read(stranger.key)).toEqual({ items: [], next: null });
});
