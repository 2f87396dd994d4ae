import type { HeadersFunction } from "@remix-run/node";

/** For pages that may be kept: passes the loader's word on to the listener, which keeps the page and drops the header. */
export const passCacheHeader: HeadersFunction = ({ loaderHeaders }) => {
  const word = loaderHeaders.get("Portal-Cache");
  return word ? { "Portal-Cache": word } : {};
};
