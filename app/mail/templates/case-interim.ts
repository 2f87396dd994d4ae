import type { MailTemplate } from "../mail-text.ts";

/** Not enough to decide yet: kept for study. */
export const caseInterim: MailTemplate<"case_interim"> = (data, { t, unit }) => ({
  subject: t("mail:case_interim.subject", { code: data.code }),
  paragraphs: [t("mail:case_interim.kept", { code: data.code, unit: unit(data) })],
  quote: data.body,
  link: { to: "track", code: data.code },
  foot: "case",
});
