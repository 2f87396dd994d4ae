import { gzipSync } from "node:zlib";

/** One answer of the portal to somebody who is not signed in. */
export type Answer = {
  /** Path and query. */
  path: string;
  /** Where its address was found. */
  from: string;
  status: number;
  type: string;
  headers: Headers;
  /** Text as sent; empty for pictures, fonts and documents. */
  body: string;
  /** Weight of the body on the line, compressed, in bytes. */
  weight: number;
};

/** Addresses with a query, of one page, that are worth following. */
const mostQueries = 40;

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", "#x27": "'", "#x2F": "/", nbsp: " " };
export const decode = (html: string) => html.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/**
 * Follows every internal address from `starts` on: links, forms that ask (each choice of each list), styles, scripts,
 * pictures, feeds, site maps, and the lists of the API with their next pages and items. At most `most` addresses.
 */
export async function walk(origin: string, starts: readonly string[], most = 3_000): Promise<Answer[]> {
  const answers: Answer[] = [];
  const seen = new Set<string>();
  const queries = new Map<string, number>();
  const waiting: { path: string; from: string }[] = [];
  for (const start of starts) queue(start, "start", "/");

  async function work() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await ask(origin, next.path, next.from);
      answers.push(answer);
      for (const address of addressesIn(answer)) queue(address, answer.path, answer.path);
    }
  }
  // A worker that finds nothing to do for a moment would end: the first answers come alone.
  while (waiting.length > 0) await Promise.all([work(), work(), work(), work()]);
  return answers;

  function queue(address: string, from: string, base: string) {
    if (!URL.canParse(address, origin + base)) return;
    const url = new URL(address, origin + base);
    if (url.origin !== origin) return;
    const path = url.pathname + url.search;
    if (seen.has(path) || seen.size >= most) return;
    if (url.search) {
      const before = queries.get(url.pathname) ?? 0;
      if (before >= mostQueries) return;
      queries.set(url.pathname, before + 1);
    }
    seen.add(path);
    waiting.push({ path, from });
  }
}

/** Asks for one address as a browser without cookies would. Redirects are answers, not followed. */
export async function ask(origin: string, path: string, from = "", headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(origin + path, { redirect: "manual", headers: { "Accept-Encoding": "identity", ...headers } });
  const type = response.headers.get("Content-Type") ?? "";
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /^text\/|[/+](?:json|xml|javascript|manifest\+json)\b/.test(type);
  return {
    path,
    from,
    status: response.status,
    type,
    headers: response.headers,
    body: isText ? bytes.toString("utf8") : "",
    weight: isText ? gzipSync(bytes).byteLength : bytes.byteLength,
  };
}

export const isPage = ({ type }: Answer) => type.startsWith("text/html");

function addressesIn({ path, status, type, headers, body }: Answer): string[] {
  if (status >= 300 && status < 400) return [headers.get("Location") ?? ""];
  if (type.startsWith("text/html")) return [...attributes(body), ...choices(body)];
  if (type.includes("xml"))
    return [...body.matchAll(/<(?:loc|link|guid|id)[^>]*>([^<]+)</g), ...body.matchAll(/href="([^"]+)"/g)].map(([, found]) => decode(found ?? ""));
  if (type.includes("css")) return [...body.matchAll(/url\(["']?([^"')]+)/g)].map(([, found]) => found ?? "");
  if (type.includes("json") && path.startsWith("/api/v1/")) return itemsOf(path, body);
  return [];
}

function attributes(html: string): string[] {
  const found = [...html.matchAll(/<(a|link|script|img|source|iframe|object)\b[^>]*?\s(?:href|src)="([^"]*)"/g)];
  return found.map(([, , address]) => decode(address ?? "")).filter((address) => !/^(mailto|tel|data|#)/.test(address));
}

/** What a visitor reaches by choosing in a form that only asks. */
function choices(html: string): string[] {
  return [...html.matchAll(/<form\b[^>]*method="get"[^>]*>.*?<\/form>/gs)].flatMap(([form]) => {
    const action = decode(/action="([^"]*)"/.exec(form)?.[1] ?? "");
    return [...form.matchAll(/<select\b[^>]*name="([^"]+)".*?<\/select>/gs)].flatMap(([select, name]) =>
      [...select.matchAll(/<option\b[^>]*value="([^"]+)"/g)].map(
        ([, value]) => `${action}?${new URLSearchParams([[name ?? "", decode(value ?? "")]])}`,
      ),
    );
  });
}

function itemsOf(path: string, body: string): string[] {
  const [pathname = "", search = ""] = path.split("?");
  const { items, next } = JSON.parse(body) as { items?: { slug?: string; code?: string }[]; next?: string | null };
  if (!Array.isArray(items)) return [];
  const parameters = new URLSearchParams(search);
  if (next) parameters.set("after", next);
  const named = items.flatMap(({ slug, code }) => slug ?? code ?? []);
  return [...named.map((name) => `${pathname}/${name}`), ...(next ? [`${pathname}?${parameters}`] : [])];
}
