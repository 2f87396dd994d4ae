import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";

/**
 * The service worker of one kiosk page. It stands beside that page so that its scope is the page and nothing else; what
 * it does is in `public/enhance/kiosk-worker.js`.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  asAnyone(args);
  return new Response('importScripts("/enhance/kiosk-worker.js");\n', {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
