import type { MessageContents } from "#app/domain/messages/index.server.ts";
import type { MessageTemplate } from "#app/domain/messages/vocabulary.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

/** What a template says; the frame around it is the same for all. */
export type MailText = {
  subject: string;
  paragraphs: readonly string[];
  /** Words of an official, set apart; line breaks are kept. */
  quote?: string | undefined;
  /** Public pages, each with a line beneath. `path`: in Vietnamese, from the root. */
  items?: readonly { title: string; path: string; note: string }[];
  after?: readonly string[];
  /**
   * `track`: to the case by its receipt; `read`: to the public page; `confirm`: to the reader's subscriptions; `office`:
   * to an official's desk; `answer`: to a slip; null: no link, and no code either.
   */
  link: { to: "track" | "read"; code: string } | { to: "confirm" | "office" | "answer"; path: string } | null;
  /** Why somebody gets it and what to do with it, at the foot. */
  foot: "case" | "letter" | "subscription" | "wish" | "office" | "sample";
};

export type MailTools = {
  t: ReturnType<typeof i18nFor>["t"];
  language: Language;
  /** A civil day in the reader's words. */
  day: (day: string) => string;
  /** The unit in the reader's language. */
  unit: (of: { unitVi: string; unitEn: string }) => string;
  /** Path of the reader's own page for this mail's subscription. */
  ownPage: string;
};

export type MailTemplate<Template extends MessageTemplate> = (data: MessageContents[Template], tools: MailTools) => MailText;
