import type { MessageContents } from "#app/domain/messages/index.server.ts";
import type { MessageTemplate } from "#app/domain/messages/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

/** What a template says; the frame around it is the same for all. */
export type MailText = {
  subject: string;
  paragraphs: readonly string[];
  /** Words of an official, set apart; line breaks are kept. */
  quote?: string | undefined;
  after?: readonly string[];
  /** `track`: to the case by its receipt; `read`: to the public page; null: no link, and no code either. */
  link: { to: "track" | "read"; code: string } | null;
};

export type MailTools = {
  t: ReturnType<typeof i18nFor>["t"];
  /** A civil day in the reader's words. */
  day: (day: string) => string;
  /** The unit in the reader's language. */
  unit: (of: { unitVi: string; unitEn: string }) => string;
};

export type MailTemplate<Template extends MessageTemplate> = (data: MessageContents[Template], tools: MailTools) => MailText;
