import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { callerLanguage } from "#app/i18n/caller-language.ts";
import { limitBody } from "./body-limit.server.ts";
import { clientAddress, clientFingerprint, isLoopback } from "./clients.server.ts";
import { compress, compressStream, encodingFor, isCompressible, type Encoding } from "./compress.server.ts";
import { prefersCsv } from "./csv.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { openLimits } from "./limits.server.ts";
import { measureRequest } from "./metrics.server.ts";
import { comesFromUs } from "./origin.server.ts";
import type { PageCache } from "./page-cache.server.ts";
import type { Portal, RequestContext } from "./portal.server.ts";
import { fileRefusal, isForMachines, plainRefusal } from "./plain-refusal.server.ts";
import { openStatics } from "./statics.server.ts";

/** What the pages and the API may be asked with; everything else is refused before it reaches them. */
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Under which name an answer is kept. Addresses for machines answer in the form and language the caller asks for; the
 * rest of the two headers makes no difference, so that nobody fills the cache with a thousand ways to say the same.
 */
function cacheKey(url: URL, headers: Headers): string {
  const address = `${url.pathname}${url.search}`;
  if (!isForMachines(url)) return address;
  return `${address} ${prefersCsv(headers.get("Accept")) ? "csv" : "json"} ${callerLanguage(url, headers.get("Accept-Language"))}`;
}

/** Remix's old way to ask for the data of one part of a page. Nobody here uses it: a parameter that is passed over. */
function withoutDataQuery(request: Request): Request {
  const url = new URL(request.url);
  if (!url.searchParams.has("_data")) return request;
  url.searchParams.delete("_data");
  return new Request(url, request);
}

/** Turns Node requests into the portal's answers: limits, origin, cache, Remix, compression, headers, metrics. */
export async function openListener(portal: Portal, cache: PageCache) {
  const { settings, log } = portal;
  const development = settings.NODE_ENV === "development";
  const secure = portal.publicUrl.startsWith("https:");
  const limits = openLimits(settings.RATE_LIMIT, settings.NO_RATE_LIMIT);

  const vite = development
    ? await import("vite").then(({ createServer }) =>
        createServer({ configFile: resolve("remix.config.js"), server: { middlewareMode: true }, appType: "custom" }),
      )
    : undefined;
  const built = pathToFileURL(resolve("build/server/index.js")).href;
  const loadBuild = async (): Promise<ServerBuild> =>
    (await (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import(built))) as ServerBuild;
  const handleRemix = createRequestHandler(vite ? loadBuild : await loadBuild(), settings.NODE_ENV);

  const statics = vite
    ? undefined
    : openStatics(resolve("build/client"), (error) => log.warn({ err: error }, "a file of the pages is gone; was another version put in its place?"));

  async function answer(asked: Request, context: RequestContext): Promise<Response> {
    const { request, tooLarge } = limitBody(asked);
    const url = new URL(request.url);
    const acceptLanguage = request.headers.get("Accept-Language");
    const wait = await limits.take(context.client);
    if (wait > 0) return plainRefusal(429, url, { headers: { "Retry-After": String(wait) }, acceptLanguage });
    if (!methods.includes(request.method)) return plainRefusal(405, url, { headers: { Allow: methods.join(", ") }, acceptLanguage });
    if (/%00/.test(request.url)) return plainRefusal(400, url, { acceptLanguage });
    if (!comesFromUs(request, portal.publicUrl)) return plainRefusal(403, url, { acceptLanguage });
    if (tooLarge()) return plainRefusal(413, url, { acceptLanguage });

    const encoding = encodingFor(request.headers.get("Accept-Encoding"));
    const cacheable = request.method === "GET" && !development && !request.headers.has("Cookie");
    const key = cacheKey(url, request.headers);
    if (cacheable) {
      const kept = await cache.answer(key, encoding, request.headers.get("If-None-Match"));
      if (kept) return kept;
    }

    const { generation } = cache;
    const response = await handleRemix(request, context);
    if (tooLarge()) return plainRefusal(413, url, { acceptLanguage });
    if (response.status === 500 && isForMachines(url)) return plainRefusal(500, url, { reference: context.requestId, acceptLanguage });
    const refusal = isForMachines(url) ? undefined : fileRefusal(response, url, context.requestId);
    if (refusal) return refusal;
    if (response.body === null || !isCompressible(response.headers.get("Content-Type"))) return response;
    if (response.headers.get("Portal-Body") === "stream") return sendStream(response, encoding);

    const body = new Uint8Array(await response.arrayBuffer());
    const headers = new Headers(response.headers);
    const keep = headers.get("Portal-Cache") === "public" && response.status === 200;
    headers.delete("Portal-Cache");
    if (keep && cacheable) {
      cache.keep(key, generation, { status: response.status, headers, body });
      const kept = await cache.answer(key, encoding, request.headers.get("If-None-Match"));
      if (kept) return kept;
    }
    headers.append("Vary", "Accept-Encoding");
    const small = body.byteLength < 1024;
    if (encoding !== "identity" && !small) headers.set("Content-Encoding", encoding);
    return new Response((small ? body : await compress(body, encoding)) as Uint8Array<ArrayBuffer>, { status: response.status, headers });
  }

  const handleFetch = createRequestListener(
    async (request: Request, client: ClientAddress) => {
      const started = performance.now();
      const nonce = randomBytes(16).toString("base64");
      const requestId = randomBytes(6).toString("hex");
      const address = clientAddress(client.address, request.headers.get("X-Forwarded-For"), settings.TRUSTED_PROXIES);
      const context: RequestContext = {
        portal,
        nonce,
        requestId,
        client: clientFingerprint(portal.keys, address, civilDay(portal.now())),
        loopback: isLoopback(client.address, request.headers),
      };

      const response = await answer(withoutDataQuery(request), context).catch((error: unknown) => {
        log.error({ err: error, requestId }, "a request failed outside the pages");
        return plainRefusal(500, new URL(request.url), { reference: requestId, acceptLanguage: request.headers.get("Accept-Language") });
      });
      for (const [name, value] of Object.entries(securityHeaders(nonce, { secure, development }))) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      // A page that says which sites may frame it must not be denied to them by the older header.
      if (response.headers.has("Portal-Frame")) response.headers.delete("X-Frame-Options");
      for (const ours of ["Portal-Cache", "Portal-Body", "Portal-Frame"]) response.headers.delete(ours);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-cache");
      measureRequest(request.method, response.status, performance.now() - started);
      return response;
    },
    {
      /** What is no request at all (a method or host that fetch does not know), and answers that broke off on their way. */
      onError(error) {
        log.warn({ err: error }, "a request could not be read or its answer not sent");
        return new Response("Bad Request", {
          status: 400,
          headers: { "Content-Type": "text/plain", ...securityHeaders("none", { secure, development }) },
        });
      },
    },
  );

  /** A body too long to hold is compressed while it flows. */
  function sendStream(response: Response, encoding: Encoding): Response {
    const headers = new Headers(response.headers);
    headers.delete("Portal-Body");
    headers.append("Vary", "Accept-Encoding");
    if (encoding !== "identity") headers.set("Content-Encoding", encoding);
    return new Response(compressStream(response.body, encoding), { status: response.status, headers });
  }

  function handle(request: IncomingMessage, response: ServerResponse) {
    if (vite) {
      vite.middlewares(request, response, () => handleFetch(request, response));
      return;
    }
    if (!statics || request.method === "POST" || request.url === "/") {
      handleFetch(request, response);
      return;
    }
    const ours = Object.entries(securityHeaders("none", { secure, development }));
    for (const [name, value] of ours) response.setHeader(name, value);
    statics(request, response, () => {
      // No file: the answer brings headers of its own, and may leave one out.
      for (const [name] of ours) response.removeHeader(name);
      handleFetch(request, response);
    });
  }

  return {
    handle,
    async close() {
      await vite?.close();
    },
  };
}
