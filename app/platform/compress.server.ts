import { promisify } from "node:util";
import { Duplex } from "node:stream";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressible = /^(text\/|application\/(json|problem\+json|xml|rss\+xml|atom\+xml|javascript|geo\+json)|image\/svg\+xml)/;

export type Encoding = "br" | "gzip" | "identity";

/** The best encoding the client takes. */
export function encodingFor(header: string | null): Encoding {
  if (!header) return "identity";
  if (/\bbr\b/.test(header)) return "br";
  return /\bgzip\b/.test(header) ? "gzip" : "identity";
}

export const isCompressible = (contentType: string | null) => contentType !== null && compressible.test(contentType);

/** @param quality brotli 0–11; pages that are kept are worth more effort than those sent once */
export async function compress(body: Uint8Array, encoding: Encoding, quality = 4): Promise<Uint8Array> {
  if (encoding === "br") return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  if (encoding === "gzip") return zip(body, { level: Math.min(quality + 2, 9) });
  return body;
}

/** The same for a body that flows: what has been read is sent on, so that memory stays flat. */
export function compressStream(body: ReadableStream<Uint8Array> | null, encoding: Encoding): ReadableStream<Uint8Array> | null {
  if (body === null || encoding === "identity") return body;
  const squeeze = encoding === "br" ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip({ level: 6 });
  return body.pipeThrough(Duplex.toWeb(squeeze) as ReadableWritablePair<Uint8Array, Uint8Array>);
}
