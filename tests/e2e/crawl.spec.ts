import { expect, test } from "#tests/support/journey.ts";
import { plain, privateMarkers } from "#tests/support/private-markers.ts";
import { ask, decode, isPage, walk, type Answer } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const kinds = ["units", "procedures", "news", "documents", "rounds", "remarks", "cases", "plans", "indices"];

/** Addresses that nothing on the first page leads to. */
const starts = [
  "/",
  "/en",
  "/tim-kiem?q=giay+phep",
  "/en/tim-kiem?q=giay+phep",
  "/robots.txt",
  "/sitemap.xml",
  "/tin-tuc.xml",
  "/en/tin-tuc.xml",
  "/phan-anh.xml",
  "/en/phan-anh.xml",
  "/api/v1/openapi.json",
  "/healthz",
  "/readyz",
  "/metrics",
  ...kinds.map((kind) => `/api/v1/${kind}`),
];

const fixedPaths = [
  ..."/ /thu-tuc /tin-tuc /van-ban /hoi-dap /khao-sat /hai-long /phan-anh /phan-anh/gui /phan-anh/tra-cuu /don-vi /ke-hoach".split(" "),
  ..."/chi-so /doi-thoai /kenh-tiep-nhan /du-lieu /minh-bach /quyen-rieng-tu /tro-nang /tim-kiem".split(" "),
];

let walked: Promise<Answer[]> | undefined;
/** Everything the demo world shows to somebody who is not signed in; walked once for all tests below. */
const everything = () => (walked ??= walk(world.demo.url, starts));
const pages = async () => (await everything()).filter((answer) => isPage(answer) && answer.status === 200);

test("every address that the portal shows leads somewhere", async () => {
  test.setTimeout(600_000);
  const answers = await everything();
  expect(answers.length).toBeGreaterThan(300);
  expect(answers.length, "the walk was cut short").toBeLessThan(3_000);
  expect(answers.filter(({ status }) => status >= 400).map(({ path, status, from }) => `${status} ${path} (on ${from})`)).toEqual([]);
});

test("every page of the site map was reached, in both languages", async () => {
  test.setTimeout(600_000);
  const reached = new Set((await everything()).map(({ path }) => path.split("?")[0]));
  const wanted = fixedPaths.flatMap((path) => [path, path === "/" ? "/en" : `/en${path}`]);
  expect(wanted.filter((path) => !reached.has(path))).toEqual([]);
});

test("nothing public names a sender or tells what was written in private", async () => {
  test.setTimeout(600_000);
  const markers = await privateMarkers(world.demo.database);
  expect(markers.size).toBeGreaterThan(300);
  const lists = await Promise.all(kinds.map((kind) => ask(world.demo.url, `/api/v1/${kind}`, "", { Accept: "text/csv" })));
  const found: string[] = [];
  for (const { path, body } of [...(await everything()), ...lists]) {
    const text = plain(decode(body));
    for (const [marker, what] of markers) if (text.includes(marker)) found.push(`${path}: ${what}: ${marker}`);
  }
  expect(found).toEqual([]);
});

test("the security headers stand on every answer, and allow no script but ours", async () => {
  test.setTimeout(600_000);
  const wanted: [name: string, value: RegExp][] = [
    ["Content-Security-Policy", /^default-src 'none'; script-src 'self' 'nonce-[\w+/=]+';/],
    ["X-Content-Type-Options", /^nosniff$/],
    ["X-Frame-Options", /^DENY$/],
    ["Referrer-Policy", /^same-origin$/],
    ["Permissions-Policy", /camera=\(\)/],
    ["Cross-Origin-Opener-Policy", /^same-origin$/],
    ["Cross-Origin-Resource-Policy", /^(same|cross)-origin$/],
    ["Cache-Control", /./],
  ];
  // A picture opened by itself is a document that may use its own styles and nothing else.
  const picture = /^default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'$/;
  const forPictures = wanted.map(([name, value]) => [name, name === "Content-Security-Policy" ? picture : value] as const);
  const isPicture = (headers: Headers) => headers.get("Content-Type")?.startsWith("image/svg") === true && headers.has("Content-Disposition");
  const missing = (await everything()).flatMap(({ path, headers }) =>
    (isPicture(headers) ? forPictures : wanted)
      .filter(([name, value]) => !value.test(headers.get(name) ?? ""))
      .map(([name]) => `${path}: ${name}: ${headers.get(name)}`),
  );
  expect(missing).toEqual([]);
  const open = (await everything()).filter(({ headers }) => headers.get("Cross-Origin-Resource-Policy") === "cross-origin");
  const forOtherSites = /^\/(api\/v1|open311\/v2)\/|^(\/en)?\/hai-long\/[\w-]+\/bieu-do\/[\w-]+\.(svg|png)/;
  expect(open.filter(({ path }) => !forOtherSites.test(path)).map(({ path }) => path)).toEqual([]);
  const policies = (await everything()).map(({ headers }) => headers.get("Content-Security-Policy") ?? "");
  expect(policies.filter((policy) => /script-src[^;]*unsafe/.test(policy))).toEqual([]);
});

test("other sites may frame a chart, and nothing else; the frame holds no form", async () => {
  test.setTimeout(600_000);
  const shown = (await everything()).find(({ path, status }) => status === 200 && /^\/hai-long\/[\w-]+\/bieu-do\/yeu-to\.svg$/.test(path));
  const round = shown?.path.split("/")[2] ?? "";
  for (const path of [`/hai-long/${round}/nhung/yeu-to`, `/en/hai-long/${round}/nhung/tieu-chi`]) {
    const { status, headers, body } = await ask(world.demo.url, path);
    expect([path, status, headers.get("X-Frame-Options")]).toEqual([path, 200, null]);
    expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; .*form-action 'none'.*frame-ancestors \*$/);
    expect(body).not.toMatch(/<form|<input/);
    expect(body).toContain("<table");
  }
  const refused = await ask(world.demo.url, `/hai-long/${round}/nhung/constructor`);
  expect([refused.status, refused.headers.get("X-Frame-Options")]).toEqual([404, "DENY"]);
});

test("a file or picture that is not there says so in the reader's language", async () => {
  for (const [path, words] of [
    ["/hai-long/khong-co/tai/bao-cao.docx", "Không tìm thấy tệp"],
    ["/en/hai-long/khong-co/bieu-do/yeu-to.svg", "File not found"],
  ] as const) {
    const { status, headers, body } = await ask(world.demo.url, path);
    expect([status, headers.get("Content-Type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(body).toContain(words);
  }
});

test("public pages run no inline script and ship no React", async () => {
  test.setTimeout(600_000);
  const wrong = (await pages()).flatMap(({ path, body }) => {
    const scripts = [...body.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes ?? "");
    return [
      ...scripts.filter((attributes) => !/\ssrc="\/enhance\/[\w-]+\.js"/.test(attributes)).map((attributes) => `${path}: <script${attributes}>`),
      ...(/\/assets\/[^"]+\.js|modulepreload|__remixContext/.test(body) ? [`${path}: React`] : []),
      ...[...body.matchAll(/<[a-z]+\b[^>]*\s(on[a-z]+)=/g)].map(([, handler]) => `${path}: ${handler}`),
      ...(/<style\b/.test(body) ? [`${path}: <style>`] : []),
      ...(/href="javascript:/i.test(body) ? [`${path}: javascript:`] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

test("a public page and its styles weigh at most 40 KB on the line", async () => {
  test.setTimeout(600_000);
  const weights = new Map((await everything()).map(({ path, weight }) => [path, weight]));
  const heavy = (await pages()).flatMap(({ path, body, weight }) => {
    const styles = [...body.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
    const total = styles.reduce((sum, style) => sum + (weights.get(style) ?? Number.NaN), weight);
    return total <= 40 * 1024 ? [] : [`${path}: ${total}`];
  });
  expect(heavy).toEqual([]);
});

test("every page says its language, its title and one heading, and its own links have their places", async () => {
  test.setTimeout(600_000);
  const wrong = (await pages()).flatMap(({ path, body }) => {
    const language = path === "/en" || path.startsWith("/en/") || path.startsWith("/en?") ? "en" : "vi";
    const ids = new Set([...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const fragments = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    return [
      ...(body.includes(`<html lang="${language}"`) ? [] : [`${path}: no lang="${language}"`]),
      ...(/<title>[^<]{8,}<\/title>/.test(body) ? [] : [`${path}: no title`]),
      ...(body.match(/<h1\b/g)?.length === 1 ? [] : [`${path}: not one h1`]),
      ...fragments.filter((id) => id && !ids.has(id)).map((id) => `${path}: no #${id}`),
      ...[...body.matchAll(/\b(undefined|NaN|\[object Object\]|Invalid Date)\b/g)].map(([word]) => `${path}: ${word}`),
      ...[...body.matchAll(/\b(?:common|portal|words|refusals|surveys|results|feedback|office|errors):[a-z][\w.]+/gi)].map(
        ([key]) => `${path}: ${key}`,
      ),
      ...[...body.matchAll(/\{\{?\w+\}?\}/g)].filter(() => !/data-/.test(body)).map(([hole]) => `${path}: ${hole}`),
    ];
  });
  expect(wrong).toEqual([]);
});

test("robots are told to stay out of the office, and nothing there is on the site map", async () => {
  const robots = await ask(world.demo.url, "/robots.txt");
  expect(robots.body).toMatch(/^Disallow: \/can-bo/m);
  const map = await ask(world.demo.url, "/sitemap.xml");
  expect(map.body).not.toMatch(/can-bo|dang-nhap|\/dev\/|tra-cuu\?/);
  expect(map.body.match(/<loc>/g)?.length).toBeGreaterThan(100);
});
