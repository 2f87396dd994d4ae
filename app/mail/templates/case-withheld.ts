import type { WithholdReason } from "#app/domain/feedback/vocabulary.ts";
import type { MailTemplate } from "../mail-text.ts";

/** The answer stays between the office and the sender. */
export const caseWithheld: MailTemplate<"case_withheld"> = (data, { t }) => ({
  subject: t("mail:case_withheld.subject", { code: data.code }),
  paragraphs: [t("mail:case_withheld.withheld", { code: data.code, reason: t(`words:withholdReason.${data.reason as WithholdReason}`) })],
  link: { to: "track", code: data.code },
  foot: "case",
});
