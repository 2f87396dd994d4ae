import type { LoaderFunctionArgs } from "@remix-run/node";
import { Feed } from "feed";
import { startOfCivilDay } from "#app/domain/calendar/civil-day.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { spareWords } from "./feedback/to-answered.ts";

/** Newly published answers as Atom; narrowed like the list: `don-vi`, `co-quan`, `thu-tuc`, `linh-vuc`, `loai`, `q`. One that was corrected says so, and is new again. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, to, t, url, portal } = asAnyone(args);
  const { q, filters } = readListQuery(url, ["linh-vuc", "don-vi", "co-quan", "thu-tuc", "loai"]);
  const filter = {
    q,
    field: filters["linh-vuc"],
    unit: filters["don-vi"],
    authority: filters["co-quan"],
    procedure: filters["thu-tuc"],
    category: filters.loai,
  };
  const { items } = await listPublic(db, "case", filter, { limit: 50 });

  const address = (path: string) => `${portal.publicUrl}${to(path)}`;
  const newest = items.map(({ publishedAt }) => publishedAt.getTime()).sort((a, b) => b - a)[0];
  const feed = new Feed({
    id: address("/phan-anh.xml") + url.search,
    title: `${t("feedback:feed.title")} – ${t("common:name")}`,
    description: t("feedback:feed.description"),
    link: address("/phan-anh"),
    language: lang,
    updated: new Date(newest ?? 0),
    feedLinks: { atom: address("/phan-anh.xml") + url.search },
    copyright: t("common:name"),
    generator: t("common:name"),
  });
  for (const { content, publishedAt } of items) {
    const unit = inLanguage(lang, content.unit.name);
    feed.addItem({
      id: address(`/phan-anh/${content.code}`),
      link: address(`/phan-anh/${content.code}`),
      title: escape(content.title),
      description: escape(`${unit}, ${spareWords(t, content)}`),
      content: [
        content.question,
        content.answer,
        ...(content.corrections ?? []).map(({ on, note }) => t("publication:public.corrected", { day: formatDay(lang, on), note })),
      ]
        .map(toHtml)
        .join("<hr/>"),
      author: [{ name: unit }],
      published: startOfCivilDay(content.publishedOn),
      date: publishedAt,
    });
  }
  return new Response(feed.atom1(), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Portal-Cache": "public" },
  });
}

/** A feed's texts are read as HTML: whatever looks like markup in them stays text. */
const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Paragraphs of plain text. */
const toHtml = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escape(paragraph.trim()).replaceAll("\n", "<br/>")}</p>`)
    .join("");
