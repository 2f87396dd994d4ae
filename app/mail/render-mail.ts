import type { DueMessage } from "#app/domain/messages/index.server.ts";
import { contactTermDays } from "#app/domain/samples/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { pathIn } from "#app/i18n/language.ts";
import { type FrameParts, mailFrame } from "./mail-frame.ts";
import type { MailTemplate, MailText } from "./mail-text.ts";
import { templates } from "./templates/index.ts";

export type RenderedMail = { subject: string; text: string; html: string };

/**
 * A message in words, in its reader's language: plain text, and the same as simple HTML without pictures or trackers.
 * @param mayReply whether somebody reads what is written to its reply address
 */
export function renderMail(message: DueMessage, publicUrl: string, mayReply: boolean): RenderedMail {
  const { language } = message;
  const { t } = i18nFor(language);
  const addressOf = (path: string) => `${publicUrl}${pathIn(language, path)}`;
  const template = templates[message.template] as MailTemplate<typeof message.template>;
  const mail: MailText = template(message.data, {
    t,
    language,
    day: (day) => formatDay(language, day),
    unit: (of) => (language === "en" ? of.unitEn : of.unitVi),
    ownPage: `/thu/${message.subscriptionToken ?? ""}`,
  });

  const answerable = mayReply && message.threadToken !== null;
  const why = {
    case: [
      t("mail:common.footer"),
      t(answerable ? "mail:common.reply" : message.threadToken ? "mail:common.noReply" : "mail:common.noReplyAtAll"),
      t("mail:common.notYou"),
    ],
    letter: [t("mail:mail_not_taken.why"), t("mail:common.noReplyAtAll")],
    subscription: [t("mail:common.subscribed"), t("mail:common.noReplyAtAll")],
    wish: [t("mail:subscription_confirm.ignore"), t("mail:common.noReplyAtAll")],
    office: [t("mail:common.official"), t("mail:common.noReplyAtAll")],
    sample: [t("mail:sample_invitation.why", { days: String(contactTermDays) }), t("mail:common.noReplyAtAll")],
  }[mail.foot];
  const end = message.unsubscribeToken
    ? { label: t(mail.foot === "case" ? "mail:common.mute" : "mail:common.manage"), url: addressOf(`/thu/${message.unsubscribeToken}`) }
    : null;

  const parts: FrameParts = {
    language,
    title: mail.subject,
    name: t("common:name"),
    home: addressOf("/"),
    paragraphs: [t("mail:common.greeting"), ...mail.paragraphs],
    quote: mail.quote,
    items: (mail.items ?? []).map(({ title, path, note }) => ({ title, note, url: addressOf(path) })),
    after: mail.after ?? [],
    link: mail.link ? { label: t(`mail:common.${mail.link.to}`), url: addressOf(pathOf(mail.link)) } : null,
    how: mail.link?.to === "track" ? t("mail:common.trackHow", { code: mail.link.code }) : null,
    foot: why,
    end,
  };
  return { subject: mail.subject, text: plainText(parts), html: mailFrame(parts) };
}

function plainText({ paragraphs, quote, items, after, link, how, foot, end }: FrameParts): string {
  return [
    ...paragraphs,
    ...(quote ? [quote.replace(/^/gm, "> ")] : []),
    ...items.map(({ title, note, url }) => `* ${title}\n  ${note}\n  ${url}`),
    ...after,
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    ...(how ? [how] : []),
    `-- \n${[...foot, ...(end ? [`${end.label}: ${end.url}`] : [])].join("\n")}`,
  ].join("\n\n");
}

function pathOf(link: NonNullable<MailText["link"]>): string {
  if ("path" in link) return link.path;
  return link.to === "read" ? `/phan-anh/${link.code}` : `/phan-anh/tra-cuu?${new URLSearchParams({ ma: link.code })}`;
}
