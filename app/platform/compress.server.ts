import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

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
