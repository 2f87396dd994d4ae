import type { Db } from "#db/schema/handle.ts";
import { caseFields } from "../feedback/vocabulary.ts";
import { findPublic, listPublic } from "../publishing/index.server.ts";
import type { SubscriptionTopic } from "./vocabulary.ts";

/** What a topic is called. A field's words belong to the page: its name is null. */
export type TopicName = { topic: SubscriptionTopic; slug: string; name: { vi: string; en: string | null } | null };

/** A topic that is public today; undefined for any other. */
export async function findTopic(db: Db, topic: SubscriptionTopic, slug: string): Promise<TopicName | undefined> {
  if (topic === "field") return caseFields.some((field) => field === slug) ? { topic, slug, name: null } : undefined;
  if (topic === "news") {
    const [sample] = slug.includes("\0") ? [] : (await listPublic(db, "news", { category: slug }, { limit: 1 })).items;
    return sample && { topic, slug, name: sample.content.category.name };
  }
  const found = await findPublic(db, topic, slug);
  return found && { topic, slug, name: found.content.name };
}
