import type { MailTemplate } from "../mail-text.ts";

/** A mail that could not be a case: what must be different. Nothing of what was written is repeated. */
export const mailNotTaken: MailTemplate<"mail_not_taken"> = (data, { t }) => ({
  subject: t("mail:mail_not_taken.subject"),
  paragraphs: [t("mail:mail_not_taken.notTaken"), t(`mail:mail_not_taken.${data.why}`)],
  items: [{ title: t("mail:mail_not_taken.send"), path: "/phan-anh/gui", note: t("mail:mail_not_taken.sendNote") }],
  link: null,
  foot: "letter",
});
