import type { MailTemplate } from "../mail-text.ts";

/** The case went to a body outside the portal. */
export const caseTransferred: MailTemplate<"case_transferred"> = (data, { t }) => ({
  subject: t("mail:case_transferred.subject", { code: data.code }),
  paragraphs: [
    t("mail:case_transferred.transferred", { code: data.code, body: data.externalBody, letter: data.letter }),
    t("mail:case_transferred.next"),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
