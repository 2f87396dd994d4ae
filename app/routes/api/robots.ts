import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";

/** What no search engine should read: the office, one-time slips, pages for one sender alone, and single search results. */
const closed = ["/can-bo", "/dang-nhap", "/dang-xuat", "/p/", "/phan-anh/tra-cuu", "/phan-anh/da-gui", "/phan-anh/gui", "/tim-kiem", "/dev/"];

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { portal } = asAnyone(args);
  const lines = [
    "User-agent: *",
    ...closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    "",
    `Sitemap: ${portal.publicUrl}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8", "Portal-Cache": "public" } });
}
