import type { MailTemplate } from "../mail-text.ts";

/** Neutral on purpose: neither a code nor the matter stands in it. */
export const caseHandedOver: MailTemplate<"case_handed_over"> = (data, { t, day }) => ({
  subject: t("mail:case_handed_over.subject"),
  paragraphs: [t("mail:case_handed_over.moved", { day: day(data.receivedOn) }), t("mail:case_handed_over.next")],
  link: null,
  foot: "case",
});
