import { createHash } from "node:crypto";
import { compress, type Encoding } from "./compress.server.ts";

type KeptPage = { status: number; headers: [string, string][]; bodies: Map<Encoding, Uint8Array>; etag: string; bytes: number };

/**
 * Public pages, rendered once per content version and language and kept compressed.
 * `drop()` empties it: every node hears of a publication through LISTEN/NOTIFY and drops what it had.
 * @param maxBytes memory for bodies, oldest out first
 */
export function openPageCache(maxBytes = 64 * 1024 * 1024) {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;
  let generation = 0;

  function remove(key: string) {
    const page = pages.get(key);
    if (!page) return;
    bytes -= page.bytes;
    pages.delete(key);
  }

  return {
    /** Changes whenever something public changed; a page rendered before it may not be kept after it. */
    get generation() {
      return generation;
    },

    async answer(key: string, encoding: Encoding, ifNoneMatch: string | null): Promise<Response | undefined> {
      const page = pages.get(key);
      if (!page) return undefined;
      pages.delete(key);
      pages.set(key, page);

      const headers = new Headers(page.headers);
      headers.set("ETag", page.etag);
      headers.append("Vary", "Accept-Encoding");
      if (ifNoneMatch === page.etag) return new Response(null, { status: 304, headers });

      let body = page.bodies.get(encoding);
      if (!body) {
        body = await compress(page.bodies.get("identity") ?? new Uint8Array(), encoding, 6);
        // While it was compressed another may have done the same, or the page may have been dropped: counted once, if kept.
        if (pages.get(key) === page && !page.bodies.has(encoding)) {
          page.bodies.set(encoding, body);
          page.bytes += body.byteLength;
          bytes += body.byteLength;
        }
      }
      if (encoding !== "identity") headers.set("Content-Encoding", encoding);
      headers.set("Content-Length", String(body.byteLength));
      return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers });
    },

    keep(key: string, renderedAt: number, response: { status: number; headers: Headers; body: Uint8Array }) {
      if (renderedAt !== generation) return;
      remove(key);
      const etag = `"${createHash("sha256").update(response.body).digest("base64url").slice(0, 22)}"`;
      const page: KeptPage = {
        status: response.status,
        headers: [...response.headers],
        bodies: new Map([["identity", response.body]]),
        etag,
        bytes: response.body.byteLength,
      };
      pages.set(key, page);
      bytes += page.bytes;
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break;
        remove(oldest);
      }
    },

    drop() {
      generation += 1;
      pages.clear();
      bytes = 0;
    },
  };
}

export type PageCache = ReturnType<typeof openPageCache>;
