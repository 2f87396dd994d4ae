import type { MessageContents } from "#app/domain/messages/index.server.ts";
import type { CaseField } from "#app/domain/feedback/vocabulary.ts";
import type { MailTools } from "../mail-text.ts";

/** What somebody subscribed to, in the reader's language. */
export function topicWords({ topic, slug, nameVi, nameEn }: MessageContents["subscription_confirm"], { t, language }: MailTools): string {
  const name = topic === "field" ? t(`words:caseField.${slug as CaseField}`) : language === "en" ? (nameEn ?? nameVi) : nameVi;
  return t(`messages:topic.${topic}`, { name });
}
