import type { DueMessage } from "#app/domain/messages/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { pathIn } from "#app/i18n/language.ts";
import type { MailTemplate, MailText } from "./mail-text.ts";
import { templates } from "./templates/index.ts";

export type RenderedMail = { subject: string; text: string; html: string };

/** A message in words, in its reader's language: plain text, and the same as simple HTML without pictures or trackers. */
export function renderMail(message: DueMessage, publicUrl: string): RenderedMail {
  const { language } = message;
  const { t } = i18nFor(language);
  const template = templates[message.template] as MailTemplate<typeof message.template>;
  const mail: MailText = template(message.data, {
    t,
    day: (day) => formatDay(language, day),
    unit: (of) => (language === "en" ? of.unitEn : of.unitVi),
  });

  const url = mail.link ? `${publicUrl}${pathIn(language, pathOf(mail.link))}` : "";
  const link = mail.link ? { label: t(`mail:common.${mail.link.to}`), url } : null;
  const how = mail.link?.to === "track" ? [t("mail:common.trackHow", { code: mail.link.code })] : [];
  const footer = [t("mail:common.footer"), t("mail:common.notYou")];
  const blocks = [t("mail:common.greeting"), ...mail.paragraphs];

  return {
    subject: mail.subject,
    text: [
      ...blocks,
      ...(mail.quote ? [mail.quote.replace(/^/gm, "> ")] : []),
      ...(mail.after ?? []),
      ...(link ? [`${link.label}: ${link.url}`] : []),
      ...how,
      `-- \n${footer.join("\n")}`,
    ].join("\n\n"),
    html: page(language, mail.subject, [
      ...blocks.map(paragraph),
      ...(mail.quote ? [quoteOf(mail.quote)] : []),
      ...(mail.after ?? []).map(paragraph),
      ...(link ? [`<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>`] : []),
      ...how.map(paragraph),
      `<hr><p style="color:#57606A;font-size:14px">${footer.map(escape).join("<br>")}</p>`,
    ]),
  };
}

const pathOf = ({ to, code }: NonNullable<MailText["link"]>) =>
  to === "read" ? `/phan-anh/${code}` : `/phan-anh/tra-cuu?${new URLSearchParams({ ma: code })}`;

const paragraph = (text: string) => `<p>${escape(text)}</p>`;
const quoteOf = (text: string) =>
  `<blockquote style="margin:0;padding:0 16px;border-left:3px solid #DAD7CE;white-space:pre-line">${escape(text)}</blockquote>`;

const page = (language: string, title: string, blocks: readonly string[]) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>` +
  `<body style="max-width:640px;margin:24px auto;padding:0 16px;font:16px/1.6 sans-serif;color:#1A1F24">${blocks.join("")}</body></html>`;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
