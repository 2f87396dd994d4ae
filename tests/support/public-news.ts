import { randomUUID } from "node:crypto";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { publish } from "#app/domain/publishing/index.server.ts";
import type { Db } from "#db/schema/handle.ts";

/** A public piece of news, through the publish gateway. */
export async function makePublicNews(db: Db, news: { slug: string; category: string; publishedAt: Date; title?: string }): Promise<void> {
  const { slug, category, publishedAt, title = `Tin ${slug}` } = news;
  const text = { vi: title, en: null };
  const day = civilDay(publishedAt);
  const content = {
    title: text,
    summary: text,
    body: text,
    category: { slug: category, name: { vi: `Chuyên mục ${category}`, en: null } },
    unit: null,
    audience: "both",
    publishedOn: day,
    procedures: [],
    sources: [],
  };
  const made = await publish(
    db,
    "portal",
    { kind: "news", slug, subjectId: randomUUID(), content, title: text, searchText: title, facets: { category, audience: "both" }, sortDay: day },
    publishedAt,
  );
  if (!made.ok) throw new Error(`News ${slug} was not published: ${made.code}`);
}
