import { XMLBuilder } from "fast-xml-parser";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { pathIn } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import type { Resource } from "./resources/resource.server.ts";

/** Pages that are there whatever is published. */
const standing = [
  "/",
  "/thu-tuc",
  "/tin-tuc",
  "/van-ban",
  "/hoi-dap",
  "/khao-sat",
  "/hai-long",
  "/phan-anh",
  "/don-vi",
  "/ke-hoach",
  "/chi-so",
  "/chat-luong-phuc-vu",
  "/chat-luong-phuc-vu/phieu-ba-muc",
  "/chat-luong-phuc-vu/mot-cua",
  "/chat-luong-phuc-vu/bo-chi-so-766",
  "/doi-thoai",
  "/kenh-tiep-nhan",
  "/du-lieu",
  "/minh-bach",
  "/quyen-rieng-tu",
  "/tro-nang",
];

export type Part = "standing" | { resource: Resource; year: string | undefined };
type Page = { path: string; changedOn?: string };

/** The pages of some parts; a round has two, its form and its results. */
export async function pagesIn(db: Visit["db"], parts: readonly Part[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const part of parts) {
    if (part === "standing") {
      pages.push(...standing.map((path) => ({ path })));
      continue;
    }
    const { kind, page } = part.resource;
    for (let after: string | null | undefined; after !== null;) {
      const { items, next } = await listPublic(db, kind, { year: part.year }, { after, limit: 100 });
      for (const { slug, content, publishedAt } of items) {
        const changedOn = publishedAt.toISOString().slice(0, 10);
        pages.push({ path: page(slug, content), changedOn });
        if (kind === "round") pages.push({ path: `/hai-long/${slug}`, changedOn });
      }
      after = next;
    }
  }
  return pages;
}

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
const xml = { "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" } };
const namespace = { "@_xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9" };

/** Both languages of each page, each naming the other. */
export function urlSetOf(publicUrl: string, pages: readonly Page[]): string {
  const address = (language: "vi" | "en", path: string) => `${publicUrl}${encodeURI(pathIn(language, path))}`;
  const url = pages.flatMap(({ path, changedOn }) => {
    const alternates = (["vi", "en"] as const).map((language) => ({
      "@_rel": "alternate",
      "@_hreflang": language,
      "@_href": address(language, path),
    }));
    return (["vi", "en"] as const).map((language) => ({
      loc: address(language, path),
      ...(changedOn ? { lastmod: changedOn } : {}),
      "xhtml:link": alternates,
    }));
  });
  return builder.build({ ...xml, urlset: { ...namespace, "@_xmlns:xhtml": "http://www.w3.org/1999/xhtml", url } });
}

/** A file may hold 50,000 addresses; each page has two, a round has two pages. */
export const mostInOneFile = 12_000;
/** Documents without a day stand in this year. */
const firstYear = 1900;

/** The list of parts: standing pages, and each kind of copy; by year where one file would not hold it. */
export function indexOf(publicUrl: string, counted: readonly { resource: Resource; n: number }[], thisYear: number): string {
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);
  const searches = counted.flatMap(({ resource: { path }, n }) =>
    n <= mostInOneFile ? [`phan=${path}`] : years.map((year) => `phan=${path}&nam=${year}`),
  );
  const sitemap = ["phan=trang", ...searches].map((search) => ({ loc: `${publicUrl}/sitemap.xml?${search}` }));
  return builder.build({ ...xml, sitemapindex: { ...namespace, sitemap } });
}
