import type { Caller } from "./caller.server.ts";

const readingMethods = ["GET", "HEAD"];

/**
 * Open data may be read by scripts of any site: nothing that a cookie could unlock stands behind it. What writes, and
 * what needs a receipt, is for programs, not for other sites' pages.
 */
export function openToAll(request: Request): Record<string, string> {
  const reading = readingMethods.includes(request.method) && !request.headers.has("Authorization");
  return reading ? { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" } : {};
}

/** Open data as JSON. `keep`: it changes only with a publication, so the page cache may hold it. */
export function answerOpenly(caller: Caller, value: unknown, { keep = true } = {}): Response {
  return Response.json(value, {
    headers: { ...openToAll(caller.request), Vary: "Accept, Accept-Language", ...(keep ? { "Portal-Cache": "public" } : {}) },
  });
}

/** A CSV file. @param name without its ending */
export function answerCsv(caller: Caller, name: string, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      ...openToAll(caller.request),
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      Vary: "Accept, Accept-Language",
      "Portal-Body": "stream",
    },
  });
}

/** For one caller alone: kept by nobody, read by no other site. */
export function answerPrivately(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/** OPTIONS: what the address takes, and to browsers what other sites' scripts may do: read, where reading is `open`. */
export function answerOptions(methods: readonly string[], { isOpen = true } = {}): Response {
  const reading = methods.filter((method) => readingMethods.includes(method));
  const reach = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": [...reading, "OPTIONS"].join(", "),
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  return new Response(null, { status: 204, headers: { Allow: [...methods, "OPTIONS"].join(", "), ...(isOpen && reading.length > 0 ? reach : {}) } });
}
