import type { MailTemplate } from "../mail-text.ts";

/** A mail became a case: its code, and that its sender goes on by answering this one. It has no key, and no link asks for one. */
export const caseReceivedByMail: MailTemplate<"case_received_by_mail"> = (data, { t, day }) => ({
  subject: t("mail:case_received.subject", { code: data.code }),
  paragraphs: [
    t("mail:case_received.received", { code: data.code }),
    ...(data.answerBy ? [t("mail:case_received.answerBy", { day: day(data.answerBy) })] : []),
    t("mail:case_received_by_mail.answerThis"),
    ...(data.leftOut > 0 ? [t("mail:case_received_by_mail.leftOut", { count: data.leftOut })] : []),
  ],
  link: null,
  foot: "case",
});
