import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import type { Portal } from "#app/platform/portal.server.ts";

type Loader = (args: unknown) => Promise<unknown>;

/** What a public page is made of, for a visitor. @param route its path in the site map; @param path an address of it */
export async function loaderOf(portal: Portal, route: string, path: string): Promise<unknown> {
  const all = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] => entries.flatMap((entry) => [entry, ...all(entry.children ?? [])]);
  const found = all(routes).find((entry) => entry.path === route);
  if (!found) throw new Error(`The site map has no ${route}`);
  const { loader } = (await import(`../../app/${found.file}`)) as { loader: Loader };
  const url = new URL(path, portal.publicUrl);
  const values = url.pathname.split("/").slice(1);
  const params = Object.fromEntries(route.split("/").flatMap((part, at) => (part.startsWith(":") ? [[part.slice(1), values[at] ?? ""]] : [])));
  const context = { portal, nonce: "", requestId: "", client: "a client", loopback: false };
  const answer = await loader({ request: new Request(url), params, context });
  return typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;
}
