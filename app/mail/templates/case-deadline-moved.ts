import type { MailTemplate } from "../mail-text.ts";

/** The working calendar changed, and with it the day the sender was told. */
export const caseDeadlineMoved: MailTemplate<"case_deadline_moved"> = (data, { t, day }) => ({
  subject: t("mail:case_deadline_moved.subject", { code: data.code, day: day(data.until) }),
  paragraphs: [
    t("mail:case_deadline_moved.moved", { code: data.code, from: day(data.from), until: day(data.until) }),
    t("mail:case_deadline_moved.why"),
  ],
  link: { to: "track", code: data.code },
  foot: "case",
});
