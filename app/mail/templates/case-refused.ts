import type { RefusalReason } from "#app/domain/feedback/vocabulary.ts";
import type { MailTemplate } from "../mail-text.ts";

/** Turned down for a coded reason. Without a text: the time to add what was missing ran out. */
export const caseRefused: MailTemplate<"case_refused"> = (data, { t }) => ({
  subject: t("mail:case_refused.subject", { code: data.code }),
  paragraphs: [
    data.text
      ? t("mail:case_refused.refused", { code: data.code, reason: t(`words:refusalReason.${data.reason as RefusalReason}`) })
      : t("mail:case_refused.lapsed", { code: data.code }),
  ],
  quote: data.text || undefined,
  after: [t("mail:case_refused.again")],
  link: { to: "track", code: data.code },
  foot: "case",
});
