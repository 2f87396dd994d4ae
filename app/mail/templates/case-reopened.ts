import type { MailTemplate } from "../mail-text.ts";

/** The sender did not agree: another look. */
export const caseReopened: MailTemplate<"case_reopened"> = (data, { t, day }) => ({
  subject: t("mail:case_reopened.subject", { code: data.code }),
  paragraphs: [
    t("mail:case_reopened.reopened", { code: data.code }),
    ...(data.answerBy ? [t("mail:case_reopened.answerBy", { day: day(data.answerBy) })] : []),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
