import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";

const words = { 403: "forbidden", 413: "too_large", 429: "too_many", 500: "broken" } as const;

/** An answer given before any page is reached: too many, too large, from elsewhere, or broken. */
export function plainRefusal(status: 403 | 413 | 429 | 500, url: URL, headers: Record<string, string> = {}, reference = ""): Response {
  const lang = languageOf(url.pathname);
  const { t } = i18nFor(lang);
  const title = t(`errors:plain.${words[status]}.title`);
  const detail = t(`errors:plain.${words[status]}.detail`, { reference });
  if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/open311/")) {
    return Response.json({ type: "about:blank", title, status, detail }, { status, headers: { ...headers, "Content-Type": "application/problem+json" } });
  }
  const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/brand/plain.css"><main><h1>${title}</h1><p>${detail}</p></main></html>`;
  return new Response(page, { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}
