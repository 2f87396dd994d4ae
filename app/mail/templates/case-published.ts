import type { MailTemplate } from "../mail-text.ts";

/** The answer is public, without the sender. */
export const casePublished: MailTemplate<"case_published"> = (data, { t }) => ({
  subject: t("mail:case_published.subject", { code: data.code }),
  paragraphs: [t("mail:case_published.published", { code: data.code })],
  link: { to: "read", code: data.code },
  foot: "case",
});
