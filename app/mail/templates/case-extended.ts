import type { MailTemplate } from "../mail-text.ts";

/** A leader gave the case a later due day. */
export const caseExtended: MailTemplate<"case_extended"> = (data, { t, day }) => ({
  subject: t("mail:case_extended.subject", { code: data.code, day: day(data.until) }),
  paragraphs: [t("mail:case_extended.extended", { code: data.code, day: day(data.until) }), t("mail:case_extended.reason")],
  quote: data.reason,
  link: { to: "track", code: data.code },
  foot: "case",
});
