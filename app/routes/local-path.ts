/**
 * A path of this portal to go back to, or `fallback` for anything that could lead elsewhere
 * (`//other.example`, `/\other.example`, `https:…`) or out again.
 */
export function localPath(given: string | null | undefined, fallback: string): string {
  if (!given || given.length > 500 || !given.startsWith("/") || /^\/[/\\]|[\\\p{Cc}]/u.test(given)) return fallback;
  const here = "http://here.invalid";
  if (!URL.canParse(given, here)) return fallback;
  const url = new URL(given, here);
  if (url.origin !== here || url.pathname.startsWith("//") || /^(\/en)?\/dang-/.test(url.pathname)) return fallback;
  return url.pathname + url.search;
}
