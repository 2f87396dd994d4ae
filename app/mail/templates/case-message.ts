import type { MailTemplate } from "../mail-text.ts";

/** The handler wrote in the private thread. */
export const caseMessage: MailTemplate<"case_message"> = (data, { t, unit }) => ({
  subject: t("mail:case_message.subject", { code: data.code }),
  paragraphs: [t("mail:case_message.written", { code: data.code, unit: unit(data) })],
  quote: data.body,
  after: [t("mail:case_message.answer")],
  link: { to: "track", code: data.code },
  foot: "case",
});
