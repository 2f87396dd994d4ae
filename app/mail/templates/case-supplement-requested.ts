import type { MailTemplate } from "../mail-text.ts";

/** Intake needs more before it can decide. */
export const caseSupplementRequested: MailTemplate<"case_supplement_requested"> = (data, { t, day }) => ({
  subject: t("mail:case_supplement_requested.subject", { code: data.code }),
  paragraphs: [t("mail:case_supplement_requested.asked", { code: data.code })],
  quote: data.request,
  after: [t("mail:case_supplement_requested.until", { day: day(data.until) })],
  link: { to: "track", code: data.code },
  foot: "case",
});
