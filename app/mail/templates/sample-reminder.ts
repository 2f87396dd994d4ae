import type { MailTemplate } from "../mail-text.ts";

/** Somebody who was drawn has not used their code. */
export const sampleReminder: MailTemplate<"sample_reminder"> = (data, { t, language, day, unit }) => {
  const inEnglish = language === "en";
  return {
    subject: t("mail:sample_reminder.subject", { authority: inEnglish ? data.authorityEn : data.authorityVi }),
    paragraphs: [
      t("mail:sample_reminder.unused", { unit: unit(data) }),
      t("mail:sample_reminder.until", { title: inEnglish ? data.titleEn : data.titleVi, day: day(data.closesOn) }),
      t("mail:sample_invitation.free"),
      t("mail:sample_invitation.code", { code: data.code }),
    ],
    link: { to: "answer", path: `/p/${data.code}` },
    foot: "sample",
  };
};
