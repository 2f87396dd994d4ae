import type { MailTemplate } from "../mail-text.ts";

/** Of mails that were queued before they said how long the form takes. */
const usualMinutes = 5;

/** Somebody was drawn from a list of those who had to do with an authority. */
export const sampleInvitation: MailTemplate<"sample_invitation"> = (data, { t, language, day, unit }) => {
  const inEnglish = language === "en";
  return {
    subject: t("mail:sample_invitation.subject", { authority: inEnglish ? data.authorityEn : data.authorityVi }),
    paragraphs: [
      t("mail:sample_invitation.drawn", { unit: unit(data) }),
      t("mail:sample_invitation.round", {
        title: inEnglish ? data.titleEn : data.titleVi,
        day: day(data.closesOn),
        count: data.minutes ?? usualMinutes,
      }),
      t("mail:sample_invitation.free"),
      t("mail:sample_invitation.code", { code: data.code }),
    ],
    link: { to: "answer", path: `/p/${data.code}` },
    foot: "sample",
  };
};
