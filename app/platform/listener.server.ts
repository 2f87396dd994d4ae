import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import sirv from "sirv";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { clientAddress, clientFingerprint } from "./clients.server.ts";
import { compress, encodingFor, isCompressible } from "./compress.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { openLimits } from "./limits.server.ts";
import { measureRequest } from "./metrics.server.ts";
import { comesFromUs } from "./origin.server.ts";
import type { PageCache } from "./page-cache.server.ts";
import type { Portal, RequestContext } from "./portal.server.ts";
import { plainRefusal } from "./plain-refusal.server.ts";

/** Five photos of 10 MB would be 50; a whole form may weigh this much, in bytes. */
const maxBodyBytes = 60 * 1024 * 1024;

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
    : sirv(resolve("build/client"), {
        etag: true,
        gzip: false,
        setHeaders(response: ServerResponse, pathname: string) {
          const forGood = pathname.startsWith("/assets/") || pathname.startsWith("/fonts/");
          response.setHeader("Cache-Control", forGood ? "public, max-age=31536000, immutable" : "public, max-age=3600");
        },
      });

  async function answer(request: Request, context: RequestContext): Promise<Response> {
    const url = new URL(request.url);
    const wait = await limits.take(context.client);
    if (wait > 0) return plainRefusal(429, url, { "Retry-After": String(wait) });
    if (!comesFromUs(request, portal.publicUrl)) return plainRefusal(403, url);
    if (Number(request.headers.get("Content-Length") ?? 0) > maxBodyBytes) return plainRefusal(413, url);

    const encoding = encodingFor(request.headers.get("Accept-Encoding"));
    const cacheable = request.method === "GET" && !development && !request.headers.has("Cookie");
    const key = `${url.pathname}${url.search} ${url.pathname.startsWith("/api/") ? (request.headers.get("Accept") ?? "") : ""}`;
    if (cacheable) {
      const kept = await cache.answer(key, encoding, request.headers.get("If-None-Match"));
      if (kept) return kept;
    }

    const { generation } = cache;
    const response = await handleRemix(request, context);
    if (response.body === null || !isCompressible(response.headers.get("Content-Type"))) return response;
    if (response.headers.get("Transfer-Encoding") === "stream") return response;

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
      };

      const response = await answer(request, context).catch((error: unknown) => {
        log.error({ err: error, requestId }, "a request failed outside the pages");
        return plainRefusal(500, new URL(request.url), {}, requestId);
      });
      for (const [name, value] of Object.entries(securityHeaders(nonce, { secure, development }))) response.headers.set(name, value);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-cache");
      measureRequest(request.method, response.status, performance.now() - started);
      return response;
    },
  );

  function handle(request: IncomingMessage, response: ServerResponse) {
    if (vite) {
      vite.middlewares(request, response, () => void handleFetch(request, response));
      return;
    }
    for (const [name, value] of Object.entries(securityHeaders("none", { secure, development }))) response.setHeader(name, value);
    if (!statics || request.method === "POST" || request.url === "/") {
      void handleFetch(request, response);
      return;
    }
    statics(request, response, () => void handleFetch(request, response));
  }

  return {
    handle,
    async close() {
      await vite?.close();
    },
  };
}
