import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { findPublicBySlugs, listPublic, type PublicFilter } from "../publishing/index.server.ts";
import type { DigestItem, DigestReference } from "./contents.ts";
import type { SubscriptionTopic } from "./vocabulary.ts";

/** More than this is not read in a mail: the rest is on the page it links to. */
export const digestItemsMost = 20;

/** What each topic tells of, and by which filter of the public lists it is found. */
const told: Record<SubscriptionTopic, (slug: string) => [kind: DigestReference["kind"], filter: PublicFilter][]> = {
  unit: (unit) => [
    ["case", { unit }],
    ["case", { authority: unit }],
    ["news", { unit }],
    ["procedure", { unit }],
  ],
  procedure: (procedure) => [["case", { procedure }]],
  news: (category) => [["news", { category }]],
  field: (field) => [["case", { field }]],
};

/** What became public on a topic after `since`, as references. Read through the publish gateway's readers only. */
export async function newsOf(db: Db, topic: SubscriptionTopic, slug: string, since: Date): Promise<DigestReference[]> {
  const found = new Map<string, DigestReference>();
  for (const [kind, filter] of told[topic](slug)) {
    const { items } = await listPublic(db, kind, filter, { limit: 50 });
    for (const copy of items) if (copy.publishedAt > since) found.set(`${kind} ${copy.slug}`, { kind, slug: copy.slug });
  }
  if (topic === "procedure") {
    const [record] = await findPublicBySlugs(db, "procedure", [slug]);
    if (record && record.publishedAt > since) found.set(`procedure ${slug}`, { kind: "procedure", slug });
  }
  return [...found.values()];
}

/** A queued digest as it is public now: what was hidden meanwhile is left out. Undefined when nothing is left. */
export async function resolveDigest(
  db: Db,
  data: { day: string; items: DigestReference[] },
): Promise<{ day: string; items: DigestItem[] } | undefined> {
  const slugsOf = (kind: DigestReference["kind"]) => data.items.flatMap((item) => (item.kind === kind ? [item.slug] : []));
  const found: DigestItem[] = [];
  for (const { slug, content } of await findPublicBySlugs(db, "case", slugsOf("case"))) {
    found.push({ kind: "case", slug, titleVi: content.title, titleEn: null, day: content.publishedOn, ...unitOf(content.unit) });
  }
  for (const { slug, content } of await findPublicBySlugs(db, "news", slugsOf("news"))) {
    found.push({ kind: "news", slug, titleVi: content.title.vi, titleEn: content.title.en, day: content.publishedOn, ...unitOf(content.unit) });
  }
  for (const { slug, content, publishedAt } of await findPublicBySlugs(db, "procedure", slugsOf("procedure"))) {
    const { vi, en } = content.name;
    found.push({ kind: "procedure", slug, titleVi: vi, titleEn: en, day: civilDay(publishedAt), ...unitOf(content.unit) });
  }
  const inOrder = data.items.flatMap((item) => found.filter((one) => one.kind === item.kind && one.slug === item.slug));
  return inOrder.length > 0 ? { day: data.day, items: inOrder } : undefined;
}

const unitOf = (unit: { name: { vi: string; en: string | null } } | null) => ({
  unitVi: unit?.name.vi ?? "",
  unitEn: unit?.name.en ?? unit?.name.vi ?? "",
});
