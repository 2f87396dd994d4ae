import type { MailTemplate } from "../mail-text.ts";

/** A unit got the case. */
export const caseAssigned: MailTemplate<"case_assigned"> = (data, { t, unit }) => ({
  subject: t("mail:case_assigned.subject", { code: data.code }),
  paragraphs: [t("mail:case_assigned.assigned", { code: data.code, unit: unit(data) })],
  link: { to: "track", code: data.code },
  foot: "case",
});
