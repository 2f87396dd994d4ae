import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { countPublic } from "#app/domain/publishing/index.server.ts";
import { resourcesAt } from "./resources/index.server.ts";
import { indexOf, mostInOneFile, type Part, pagesIn, urlSetOf } from "./sitemap-parts.server.ts";

/**
 * Every public page in both languages, from public copies alone. One file while all fits into one; with more, an index
 * of parts: `?phan=trang` the standing pages, `?phan=cases&nam=2026` the cases of a year.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { db, portal, url, today } = asAnyone(args);
  const resources = resourcesAt(portal.publicUrl).filter(({ path }) => !["faqs", "channels", "remarks"].includes(path));
  const asked = url.searchParams.get("phan");
  const headers = { "Content-Type": "application/xml; charset=utf-8", "Portal-Cache": "public" };

  if (asked !== null) {
    const year = /^[12]\d{3}$/.exec(url.searchParams.get("nam") ?? "")?.[0];
    const resource = resources.find(({ path }) => path === asked);
    if (!resource && asked !== "trang")
      return new Response(urlSetOf(portal.publicUrl, []), { status: 404, headers: { "Content-Type": headers["Content-Type"] } });
    return new Response(urlSetOf(portal.publicUrl, await pagesIn(db, resource ? [{ resource, year }] : ["standing"])), { headers });
  }

  const counted = await Promise.all(resources.map(async (resource) => ({ resource, n: await countPublic(db, resource.kind) })));
  const parts: Part[] = ["standing", ...resources.map((resource) => ({ resource, year: undefined }))];
  const body =
    counted.reduce((sum, { n }) => sum + n, 0) <= mostInOneFile
      ? urlSetOf(portal.publicUrl, await pagesIn(db, parts))
      : indexOf(portal.publicUrl, counted, Number(today.slice(0, 4)));
  return new Response(body, { headers });
}
