import type { MailTemplate } from "../mail-text.ts";

/** Once a case is stored: its code, and the day by which it is answered. */
export const caseReceived: MailTemplate<"case_received"> = (data, { t, day }) => ({
  subject: t("mail:case_received.subject", { code: data.code }),
  paragraphs: [
    t("mail:case_received.received", { code: data.code }),
    ...(data.answerBy ? [t("mail:case_received.answerBy", { day: day(data.answerBy) })] : []),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
