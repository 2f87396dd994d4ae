import type { MailTemplate } from "../mail-text.ts";

/** The case that one's own was a duplicate of is answered, to its sender only: nothing of it is told but the day. */
export const caseLeadWithheld: MailTemplate<"case_lead_withheld"> = (data, { t, day }) => ({
  subject: t("mail:case_lead_withheld.subject", { code: data.code }),
  paragraphs: [t("mail:case_lead_withheld.answered", { code: data.code, day: day(data.answeredOn) }), t("mail:case_lead_withheld.ask")],
  link: { to: "track", code: data.code },
  foot: "case",
});
