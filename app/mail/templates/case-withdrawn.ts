import type { MailTemplate } from "../mail-text.ts";

/** The sender took the case back. */
export const caseWithdrawn: MailTemplate<"case_withdrawn"> = (data, { t }) => ({
  subject: t("mail:case_withdrawn.subject", { code: data.code }),
  paragraphs: [t("mail:case_withdrawn.withdrawn", { code: data.code })],
  link: { to: "track", code: data.code },
  foot: "case",
});
