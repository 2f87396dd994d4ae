import { callerLanguage } from "#app/i18n/caller-language.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { open311FormatOf, open311Refusal } from "./open311-document.server.ts";

const words = {
  400: "bad_request",
  403: "forbidden",
  404: "not_found",
  405: "not_allowed",
  413: "too_large",
  429: "too_many",
  500: "broken",
} as const;
export type PlainRefusal = keyof typeof words;

/** Addresses that machines call: they are answered in JSON and in the caller's language. */
export const isForMachines = (url: URL): boolean => url.pathname.startsWith("/api/") || url.pathname.startsWith("/open311/");

/** What a file, picture or feed refuses that is no page and has none to show; undefined where it refused nothing. */
export function fileRefusal({ status, headers }: Response, url: URL, reference: string): Response | undefined {
  // Remix marks what a route refused; what broke it answers in plain words of its own.
  const broke = status === 500 && headers.get("Content-Type")?.startsWith("text/plain");
  if (!headers.has("X-Remix-Error") && !broke) return undefined;
  if (status === 403) return plainRefusal(status, url, { word: "no_access" });
  if (status === 400 || status === 404 || status === 405 || status === 500) return plainRefusal(status, url, { reference });
  return undefined;
}

/** An answer given without any page: too many, too large, from elsewhere, not there, or broken. */
export function plainRefusal(
  status: PlainRefusal,
  url: URL,
  {
    headers = {},
    reference = "",
    acceptLanguage = null,
    word = words[status],
  }: { headers?: Record<string, string>; reference?: string; acceptLanguage?: string | null; word?: (typeof words)[PlainRefusal] | "no_access" } = {},
): Response {
  const lang = isForMachines(url) ? callerLanguage(url, acceptLanguage) : languageOf(url.pathname);
  const { t } = i18nFor(lang);
  const title = t(`errors:plain.${word}.title`);
  const detail = t(`errors:plain.${word}.detail`, { reference });
  if (url.pathname.startsWith("/open311/")) {
    // What GeoReport's address refuses, it says in GeoReport's shape.
    return open311Refusal(open311FormatOf(url.pathname), [{ code: status, description: `${title}. ${detail}` }], { lang, headers });
  }
  if (isForMachines(url)) {
    const problem = { type: "about:blank", title, status, detail, code: word };
    return Response.json(problem, { status, headers: { ...headers, "Content-Type": "application/problem+json", "Content-Language": lang } });
  }
  const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/brand/plain.css"><main><h1>${title}</h1><p>${detail}</p></main></html>`;
  return new Response(page, { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}
