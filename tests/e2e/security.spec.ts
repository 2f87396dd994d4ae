import { request as httpRequest } from "node:http";
import { demoPassword, expect, test } from "#tests/support/journey.ts";
import { countRows } from "#tests/support/rows.ts";
import { world } from "#tests/support/worlds.ts";

const writing = ["/phan-anh/gui", "/phan-anh/tra-cuu", "/dang-nhap", "/dang-xuat", "/can-bo/ho-so/nhap", "/khao-sat/kktvp-2026-2"];

test("a form sent from another site, or from nowhere, is refused with a sentence and does nothing", async ({ request }) => {
  const before = await countRows("cases");
  for (const path of writing) {
    for (const headers of [{}, { Origin: "https://ke-xau.example" }, { Origin: "null" }, { Referer: "https://ke-xau.example/" }]) {
      const answer = await request.post(path, {
        headers,
        form: { kind: "gop_y", intent: "send", subject: "Từ nơi khác", body: "x".repeat(40), consent: "on" },
        maxRedirects: 0,
      });
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(await answer.text()).toContain("Biểu mẫu này được gửi từ một trang khác");
    }
  }
  expect(await countRows("cases")).toBe(before);
});

test("only a visitor's own Origin lets a form in", async ({ request, baseURL }) => {
  const port = new URL(baseURL ?? "").port;
  for (const [origin, status] of [
    [baseURL ?? "", 422],
    [`http://localhost.ke-xau.example:${port}`, 403],
    [`http://localhost:${Number(port) + 1}`, 403],
  ] as const) {
    const answer = await request.post("/dang-nhap", { headers: { Origin: origin }, form: { email: "", password: "" }, maxRedirects: 0 });
    expect(answer.status(), origin).toBe(status);
  }
});

test("the session's cookie is out of scripts' reach, new at each sign-in, and dead after signing out", async ({ request, baseURL }) => {
  const headers = { Origin: baseURL ?? "" };
  const signIn = () => request.post("/dang-nhap", { headers, form: { email: "kiem-toan@demo.vn", password: demoPassword }, maxRedirects: 0 });
  const first = (await signIn()).headers()["set-cookie"] ?? "";
  expect(first).toMatch(/^ln=[^;]+;/);
  for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(first).toContain(flag);
  const second = (await signIn()).headers()["set-cookie"] ?? "";
  expect(second.split(";")[0]).not.toBe(first.split(";")[0]);

  const [cookie = ""] = second.split(";");
  const asThem = { Cookie: cookie, Origin: baseURL ?? "" };
  const office = () => fetch(`${baseURL}/can-bo`, { headers: asThem, redirect: "manual" });
  expect((await office()).status).toBe(200);
  await fetch(`${baseURL}/dang-xuat`, { method: "POST", headers: asThem, redirect: "manual" });
  expect((await office()).status).toBe(302);
});

test("nobody sees the office without signing in, and an official sees only what the roles give", async ({ request, signIn }) => {
  for (const path of [
    "/can-bo",
    "/can-bo/ho-so",
    "/can-bo/khao-sat",
    "/can-bo/phieu",
    "/can-bo/tin",
    "/can-bo/lich",
    "/can-bo/nguoi-dung",
    "/can-bo/nhat-ky",
    "/can-bo/tai-khoan",
  ]) {
    for (const address of [path, `/en${path}`, `${path}.data`]) {
      const answer = await request.get(address, { maxRedirects: 0 });
      const body = await answer.text();
      expect([302, 202, 204], address).toContain(answer.status());
      expect(body.length, address).toBeLessThan(1_000);
    }
  }
  const editor = await signIn("bien-tap@demo.vn");
  for (const path of ["/can-bo/nguoi-dung", "/can-bo/nhat-ky"]) {
    const answer = await editor.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(editor.getByRole("heading", { level: 1 })).toHaveText("Bạn không có quyền xem trang này");
  }
});

test("a return address after signing in never leads to another site", async ({ request, baseURL }) => {
  for (const back of ["https://ke-xau.example/", "//ke-xau.example", "/\\ke-xau.example", "javascript:alert(1)"]) {
    const form = { email: "bien-tap@demo.vn", password: demoPassword, tiep: back };
    const answer = await request.post("/dang-nhap", { headers: { Origin: baseURL ?? "" }, form, maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(new URL(answer.headers()["location"] ?? "", baseURL).origin, back).toBe(baseURL);
  }
});

test("whatever stands in an address or a query, the portal answers calmly", async () => {
  const odd = [
    "%00",
    "%E0%A4%A",
    "..%2f..%2fpackage.json",
    "%2e%2e/%2e%2e/package.json",
    "'%20or%201=1--",
    "<script>",
    "a".repeat(4_000),
    "🙂",
    "%ED%A0%80",
    "%5C",
    "constructor",
    "__proto__",
  ];
  const lists = [
    "/thu-tuc",
    "/tin-tuc",
    "/van-ban",
    "/phan-anh",
    "/don-vi",
    "/hai-long",
    "/khao-sat",
    "/tim-kiem",
    "/hoi-dap",
    "/kenh-tiep-nhan",
    "/api/v1/procedures",
    "/api/v1/cases",
    "/api/v1/rounds",
  ];
  const names = ["q", "after", "limit", "linh-vuc", "don-vi", "co-quan", "nam", "loai", "han", "thu-tuc", "muc", "kind", "unit", "state"];
  const broken: string[] = [];
  for (const list of lists) {
    for (const value of odd) {
      await expectCalm(`${list}/${value}`);
      await expectCalm(`${list}?${names.map((name) => `${name}=${value}`).join("&")}`);
      await expectCalm(`${list}?q=${value}&q=${value}`);
    }
    for (const number of ["-1", "0", "1e9", "99999999999999999999", "NaN", "1.5"])
      await expectCalm(`${list}?limit=${number}&after=${number}&nam=${number}&trang=${number}`);
  }
  for (const path of ["/p/", "/tep/", "/khao-sat/x/cam-on?ma=", "/phan-anh/tra-cuu?ma="]) for (const value of odd) await expectCalm(path + value);
  expect(broken).toEqual([]);

  async function expectCalm(path: string) {
    const { status, headers } = await raw("GET", path);
    if (status >= 500 || !headers["content-security-policy"]) broken.push(`${status} ${path.slice(0, 120)}`);
  }
});

test("files of the house are not served, and methods that are not meant are refused", async () => {
  for (const path of [
    "/package.json",
    "/.env",
    "/.git/config",
    "/../package.json",
    "/build/server/index.js",
    "/assets/../../server/index.js",
    "/server/index.js",
    "/tep/..%2f..%2fsecret.key",
    "/data/secret.key",
  ]) {
    const answer = await raw("GET", path);
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.status, path).toBeLessThan(500);
  }
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
    for (const path of ["/", "/phan-anh/gui", "/api/v1/cases", "/can-bo"]) {
      const answer = await raw(method, path);
      expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    }
  }
});

test("a body that is too large, cut off or none at all is answered with a 4xx", async ({ baseURL }) => {
  const headers = { Origin: baseURL ?? "", "Content-Type": "multipart/form-data; boundary=x" };
  const large = await fetch(`${baseURL}/phan-anh/gui`, { method: "POST", headers, body: Buffer.alloc(61 * 1024 * 1024), redirect: "manual" }).then(
    ({ status }) => status,
    () => 413,
  );
  expect(large).toBe(413);
  expect(await sendInChunks("/dang-nhap", 5)).toBe(413);
  for (const body of ["", "--x", "--x\r\nContent-Disposition: form-data; name=", "--x--"]) {
    const answer = await fetch(`${baseURL}/phan-anh/gui`, { method: "POST", headers, body, redirect: "manual" });
    expect(answer.status, body).toBeGreaterThanOrEqual(400);
    expect(answer.status, body).toBeLessThan(500);
  }
});

test("one client that asks too often is asked to wait; others are not", async ({ playwright }) => {
  const clientAt = (address: string) =>
    playwright.request.newContext({ baseURL: world.empty.url, extraHTTPHeaders: { "X-Forwarded-For": `198.51.100.99, ${address}` } });
  const asking = await clientAt("203.0.113.9");
  let answer = await asking.get("/healthz");
  for (let asked = 1; answer.status() === 200 && asked < 400; asked += 1) answer = await asking.get("/healthz");
  expect(answer.status()).toBe(429);
  expect(answer.headers()["retry-after"]).toMatch(/^\d+$/);
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
  const page = await asking.get("/thu-tuc");
  expect(page.status()).toBe(429);
  expect(await page.text()).toContain("Có quá nhiều yêu cầu");

  const other = await clientAt("203.0.113.10");
  expect((await other.get("/healthz")).status()).toBe(200);
  await asking.dispose();
  await other.dispose();
});

/** Posts so many megabytes without saying beforehand how many. Gives the status. */
function sendInChunks(path: string, megabytes: number): Promise<number> {
  const { hostname, port, origin } = new URL(world.demo.url);
  const headers = { Origin: origin, "Content-Type": "application/x-www-form-urlencoded", "Transfer-Encoding": "chunked" };
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ hostname, port, method: "POST", path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once("error", reject);
    asked.end(Buffer.alloc(megabytes * 1024 * 1024, "a"));
  });
}

/** Exactly these characters on the line: no client tidies them up. */
function raw(method: string, path: string): Promise<{ status: number; headers: Record<string, string | string[] | undefined> }> {
  const { hostname, port } = new URL(world.demo.url);
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ hostname, port, method, path: encodeNonAscii(path) }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** node:http takes no spaces and nothing beyond ASCII in a path. */
function encodeNonAscii(path: string): string {
  return path.replaceAll(/[^\u0021-\u007e]/gu, (letter) => encodeURIComponent(letter));
}
