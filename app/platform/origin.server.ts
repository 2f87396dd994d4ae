const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Calls that carry no cookie and prove themselves by other means may come from anywhere. */
const openPaths = ["/api/", "/open311/"];

/**
 * True when a writing request comes from one of our own pages.
 * A form posted from elsewhere, or with neither Origin nor Referer, is refused (OWASP: verifying origin with standard headers).
 */
export function comesFromUs(request: Request, publicUrl: string): boolean {
  if (safeMethods.has(request.method)) return true;
  const url = new URL(request.url);
  if (openPaths.some((path) => url.pathname.startsWith(path))) return true;

  const from = request.headers.get("Origin") ?? request.headers.get("Referer");
  if (!from || !URL.canParse(from)) return false;
  const host = new URL(from).host;
  return host === url.host || host === new URL(publicUrl).host;
}
