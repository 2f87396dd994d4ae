import type { MailTemplate } from "../mail-text.ts";

/** The answer itself, and the invitation to rate it. */
export const caseAnswered: MailTemplate<"case_answered"> = (data, { t, day, unit }) => ({
  subject: t("mail:case_answered.subject", { code: data.code }),
  paragraphs: [t("mail:case_answered.answered", { code: data.code, unit: unit(data) })],
  quote: data.answer,
  after: [
    ...(data.legalBasis ? [t("mail:case_answered.basis", { basis: data.legalBasis })] : []),
    t("mail:case_answered.rate", { day: day(data.rateUntil) }),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
