import type { Language } from "#app/domain/content/vocabulary.ts";
import type { CaseField } from "#app/domain/feedback/vocabulary.ts";
import type { TopicName } from "#app/domain/messages/index.server.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** What somebody follows, in words that fit into a sentence: “thủ tục Cấp giấy phép xây dựng”. */
export function topicText(t: ReturnType<typeof i18nFor>["t"], lang: Language, { topic, slug, name }: TopicName): string {
  const words = name ? inLanguage(lang, name) : topic === "field" ? t(`words:caseField.${slug as CaseField}`) : slug;
  return t(`messages:topic.${topic}`, { name: words });
}
