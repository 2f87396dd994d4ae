import type { MailTemplate } from "../mail-text.ts";

/** Somebody else's case about the same matter follows this one; nothing of the other is told. */
export const caseJoined: MailTemplate<"case_joined"> = (data, { t }) => ({
  subject: t("mail:case_joined.subject", { code: data.code }),
  paragraphs: [t("mail:case_joined.joined", { code: data.code })],
  link: { to: "track", code: data.code },
  foot: "case",
});
