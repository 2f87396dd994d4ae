import type { Language } from "#app/domain/content/vocabulary.ts";

/** Everything a mail says, in words and addresses, before it is plain text or HTML. */
export type FrameParts = {
  language: Language;
  title: string;
  /** The portal's name and address. */
  name: string;
  home: string;
  paragraphs: readonly string[];
  quote: string | undefined;
  items: readonly { title: string; note: string; url: string }[];
  after: readonly string[];
  link: { label: string; url: string } | null;
  /** Beside the link: what else is needed to open it. */
  how: string | null;
  foot: readonly string[];
  end: { label: string; url: string } | null;
};

/** The tokens of the house, written out: mail programs know no variables. */
const ink = "#1A1F24";
const muted = "#57606A";
const accent = "#0B5C63";
const line = "#DAD7CE";
const face = "font-family:'Be Vietnam Pro',Roboto,'Segoe UI','Helvetica Neue',Arial,sans-serif";

/** Mail programs that follow the reader's wish for a dark screen read these; the others keep the light one. */
const dark =
  "@media (prefers-color-scheme:dark){body,.out{background:#14181B!important}.card{background:#1D2327!important;border-color:#3A4248!important}" +
  ".ink,.ink td,.ink a,h1{color:#EDEFF0!important}.muted{color:#A9B2B9!important}.mark,.go{color:#7CC7C9!important}" +
  ".quote{background:#17292B!important;border-color:#7CC7C9!important}.rule{border-color:#3A4248!important}.button{background:#7CC7C9!important}.button a{color:#10191A!important}}" +
  "@media (max-width:620px){.pad{padding-left:20px!important;padding-right:20px!important}}";

/** A mail as HTML: one column of at most 600 px made of tables, no pictures, no scripts, nothing fetched from anywhere. */
export function mailFrame(parts: FrameParts): string {
  const { language, title, name, home, paragraphs, quote, items, after, link, how, foot, end } = parts;
  const [greeting = "", ...rest] = paragraphs;
  const blocks = [
    paragraph(greeting),
    ...rest.map(paragraph),
    ...(quote ? [quoteOf(quote)] : []),
    ...(items.length > 0 ? [listOf(items)] : []),
    ...after.map(paragraph),
    ...(link ? [buttonOf(link)] : []),
    ...(how ? [`<p class="muted" style="margin:0 0 16px;font-size:14px;line-height:1.6;color:${muted}">${spoken(how)}</p>`] : []),
  ];
  const last = end ? `<br><a class="muted" href="${escape(end.url)}" style="color:${muted}">${escape(end.label)}</a>` : "";

  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">` +
    `<title>${escape(title)}</title><style>${dark}</style></head>` +
    `<body class="out" style="margin:0;padding:0;background:#FCFBF7">` +
    // What the list of mails shows beside the subject; not seen in the mail itself.
    `<div style="display:none;max-height:0;overflow:hidden">${escape(rest[0] ?? greeting)}</div>` +
    `<table class="out" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#FCFBF7"><tr><td align="center" style="padding:24px 8px">` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:left">` +
    `<tr><td class="pad" style="padding:0 32px 12px;${face};font-size:18px;font-weight:600;line-height:1.6"><a class="mark" href="${escape(home)}" style="color:${accent};text-decoration:none">${escape(name)}</a></td></tr>` +
    `<tr><td class="card pad" style="padding:28px 32px 12px;background:#FFFFFF;border:1px solid ${line};border-radius:6px">` +
    `<table class="ink" role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="${face};font-size:16px;line-height:1.6;color:${ink};overflow-wrap:anywhere">` +
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.4;font-weight:600;color:${ink}">${spoken(title)}</h1>` +
    `${blocks.join("")}</td></tr></table></td></tr>` +
    `<tr><td class="muted pad" style="padding:16px 32px 0;${face};font-size:13px;line-height:1.6;color:${muted}">${foot.map(escape).join("<br>")}${last}</td></tr>` +
    `</table></td></tr></table></body></html>`
  );
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${spoken(text)}</p>`;

/** A case's code is read out and typed: it stays on one line. */
const spoken = (text: string) => escape(text).replace(/\bPA-\d{4}-[0-9A-Z]{6}\b/g, '<span style="white-space:nowrap">$&</span>');

const quoteOf = (text: string) =>
  `<blockquote class="quote" style="margin:0 0 16px;padding:12px 16px;border-left:3px solid ${accent};background:#F3F8F7;white-space:pre-line">${escape(text)}</blockquote>`;

const listOf = (items: FrameParts["items"]) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${items
    .map(
      ({ title, note, url }) =>
        `<tr><td class="rule" style="padding:12px 0;border-top:1px solid ${line};${face};font-size:16px;line-height:1.6">` +
        `<a class="go" href="${escape(url)}" style="color:${accent};font-weight:600">${escape(title)}</a>` +
        `<br><span class="muted" style="font-size:14px;color:${muted}">${escape(note)}</span></td></tr>`,
    )
    .join("")}</table>`;

const buttonOf = ({ label, url }: { label: string; url: string }) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 20px"><tr><td class="button" style="background:${accent};border-radius:6px">` +
  `<a href="${escape(url)}" style="display:inline-block;padding:12px 20px;${face};font-size:16px;font-weight:600;line-height:1.4;color:#FFFFFF;text-decoration:none">${escape(label)}</a></td></tr></table>`;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
