import { parseStorable } from "#app/domain/storable.ts";
import type { Caller } from "./caller.server.ts";
import { problem } from "./problem.server.ts";

/** Most bytes of a JSON body. */
export const maxJsonBytes = 1024 * 1024;

/** A JSON body without what no database takes, or the answer that says what is wrong with it. */
export async function readJson(caller: Caller): Promise<{ ok: true; body: unknown } | { ok: false; response: Response }> {
  const { request } = caller;
  if (!isJson(request.headers)) return { ok: false, response: problem(caller, "not_json", { headers: { "Accept-Post": "application/json" } }) };

  const bytes = await readAtMost(request, maxJsonBytes);
  if (!bytes) return { ok: false, response: problem(caller, "body_too_large") };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, body: parseStorable(text) };
  } catch {
    // Whatever was wrong with the bytes: it is no JSON.
    return { ok: false, response: problem(caller, "bad_json") };
  }
}

function isJson(headers: Headers): boolean {
  const [type = "", ...parameters] = (headers.get("Content-Type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  const encoding = headers.get("Content-Encoding") ?? "identity";
  return (
    (type === "application/json" || /^application\/[\w.-]+\+json$/.test(type)) &&
    (charset ?? "utf-8").replace("-", "") === "utf8" &&
    encoding === "identity"
  );
}

/** The body's bytes, or undefined as soon as there are more than `most`. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return undefined;
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    bytes += value.byteLength;
    if (bytes > most) return undefined;
    parts.push(value);
  }
}

/** The caller's `Idempotency-Key`, or the answer that asks for one. */
export function readIdempotencyKey(caller: Caller): { ok: true; key: string } | { ok: false; response: Response } {
  const key = caller.request.headers.get("Idempotency-Key")?.trim();
  if (!key) return { ok: false, response: problem(caller, "no_key") };
  if (!/^[\x20-\x7E]{8,200}$/.test(key)) return { ok: false, response: problem(caller, "bad_key") };
  return { ok: true, key };
}
