import type { MailTemplate } from "../mail-text.ts";

/** The case that one's own was a duplicate of is answered in public. */
export const caseLeadPublished: MailTemplate<"case_lead_published"> = (data, { t }) => ({
  subject: t("mail:case_lead_published.subject", { code: data.code }),
  paragraphs: [t("mail:case_lead_published.published", { code: data.code, lead: data.lead })],
  link: { to: "read", code: data.lead },
  foot: "case",
});
