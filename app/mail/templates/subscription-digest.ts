import type { MailTemplate } from "../mail-text.ts";

const pages = { case: "/phan-anh/", news: "/tin-tuc/", procedure: "/thu-tuc/" } as const;

/** What became public on the reader's topics since the last mail; titles only, the rest is on the pages. */
export const subscriptionDigest: MailTemplate<"subscription_digest"> = (data, { t, language, day, unit }) => ({
  subject: t("mail:subscription_digest.subject", { day: day(data.day) }),
  paragraphs: [t("mail:subscription_digest.new", { count: data.items.length })],
  items: data.items.map((item) => ({
    title: language === "en" ? (item.titleEn ?? item.titleVi) : item.titleVi,
    path: `${pages[item.kind]}${item.slug}`,
    note: [t(`mail:subscription_digest.kind.${item.kind}`), unit(item), day(item.day)].filter(Boolean).join(" · "),
  })),
  link: null,
  foot: "subscription",
});
