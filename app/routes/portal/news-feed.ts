import type { LoaderFunctionArgs } from "@remix-run/node";
import { Feed } from "feed";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";

/** The newest news as RSS 2.0, in the language of its address. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, t, to, portal } = asAnyone(args);
  const { items } = await listPublic(db, "news", {}, { limit: 50 });
  const address = (path: string) => portal.publicUrl + to(path);
  const feed = new Feed({
    id: address("/tin-tuc"),
    link: address("/tin-tuc"),
    title: `${t("content:news.title")} – ${t("name")}`,
    description: t("content:news.lead"),
    language: lang,
    copyright: t("name"),
    ...(items[0] ? { updated: new Date(`${items[0].content.publishedOn}T00:00:00+07:00`) } : {}),
    feedLinks: { rss: address("/tin-tuc.xml") },
  });
  for (const { slug, content } of items) {
    feed.addItem({
      id: address(`/tin-tuc/${slug}`),
      link: address(`/tin-tuc/${slug}`),
      title: inLanguage(lang, content.title),
      description: inLanguage(lang, content.summary),
      date: new Date(`${content.publishedOn}T00:00:00+07:00`),
      category: [{ name: inLanguage(lang, content.category.name) }],
    });
  }
  return new Response(feed.rss2(), { headers: { "Content-Type": "application/rss+xml; charset=utf-8", "Portal-Cache": "public" } });
}
