import type { MailTemplate } from "../mail-text.ts";

/** Classified and taken in. */
export const caseAccepted: MailTemplate<"case_accepted"> = (data, { t, day }) => ({
  subject: t("mail:case_accepted.subject", { code: data.code }),
  paragraphs: [
    t("mail:case_accepted.accepted", { code: data.code }),
    ...(data.answerBy ? [t("mail:case_accepted.answerBy", { day: day(data.answerBy) })] : []),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
