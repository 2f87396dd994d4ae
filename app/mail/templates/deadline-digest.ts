import type { MailTemplate } from "../mail-text.ts";

/** What an official has near its end or over, all in one mail: codes and days, no word of any case. */
export const deadlineDigest: MailTemplate<"deadline_digest"> = (data, { t, day, unit }) => ({
  subject: t("mail:deadline_digest.subject", { count: data.items.length + data.more, day: day(data.day) }),
  paragraphs: [t("mail:deadline_digest.lead")],
  items: data.items.map((item) => ({
    title: `${item.code} · ${t(`words:clockStep.${item.step}`)} · ${t(`mail:deadline_digest.warning.${item.warning}`, { count: item.overdueDays })}`,
    path: `/can-bo/ho-so/${item.code}`,
    note: [t("mail:deadline_digest.due", { day: day(item.dueOn) }), t(`words:caseKind.${item.kind}`), unit(item)].filter(Boolean).join(" · "),
  })),
  after: data.more > 0 ? [t("mail:deadline_digest.more", { count: data.more })] : [],
  link: { to: "office", path: "/can-bo" },
  foot: "office",
});
