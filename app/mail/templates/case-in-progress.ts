import type { MailTemplate } from "../mail-text.ts";

/** A handler took the case up. */
export const caseInProgress: MailTemplate<"case_in_progress"> = (data, { t, unit }) => ({
  subject: t("mail:case_in_progress.subject", { code: data.code }),
  paragraphs: [t("mail:case_in_progress.begun", { code: data.code, unit: unit(data) })],
  link: { to: "track", code: data.code },
  foot: "case",
});
