import type { SearchHit } from "#app/domain/publishing/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { PublicKind } from "#app/domain/publishing/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";

export type DescribedHit = { kind: PublicKind; path: string; title: string; summary: string | null; note: string | null };

const shorten = (text: string) => (text.length > 180 ? `${text.slice(0, 180).replace(/\s+\S*$/, "")}…` : text);

/** What a result of the search shows: where it leads, what it is called, one line of it, one fact. */
export function describeHit(hit: SearchHit, lang: Language): DescribedHit {
  const { kind, slug } = hit;
  switch (kind) {
    case "case":
      return {
        kind,
        path: `/phan-anh/${slug}`,
        title: hit.content.title,
        summary: shorten(hit.content.answer),
        note: inLanguage(lang, hit.content.unit.name),
      };
    case "news":
      return {
        kind,
        path: `/tin-tuc/${slug}`,
        title: inLanguage(lang, hit.content.title),
        summary: shorten(inLanguage(lang, hit.content.summary)),
        note: formatDay(lang, hit.content.publishedOn),
      };
    case "document":
      return {
        kind,
        path: `/van-ban/${slug}`,
        title: [inLanguage(lang, hit.content.type), hit.content.number].filter(Boolean).join(" "),
        summary: shorten(inLanguage(lang, hit.content.subject)),
        note: hit.content.issuer,
      };
    case "faq":
      return {
        kind,
        path: `/hoi-dap#${slug}`,
        title: inLanguage(lang, hit.content.question),
        summary: shorten(inLanguage(lang, hit.content.answer)),
        note: null,
      };
    case "procedure":
      return {
        kind,
        path: `/thu-tuc/${slug}`,
        title: inLanguage(lang, hit.content.name),
        summary: hit.content.description && inLanguage(lang, hit.content.description),
        note: inLanguage(lang, hit.content.unit.name),
      };
    case "unit":
      return {
        kind,
        path: `/don-vi/${slug}`,
        title: inLanguage(lang, hit.content.name),
        summary: hit.content.responsibilities[0] ? inLanguage(lang, hit.content.responsibilities[0]) : null,
        note: hit.content.authority && inLanguage(lang, hit.content.authority.name),
      };
    case "plan":
      return { kind, path: `/ke-hoach/${slug}`, title: inLanguage(lang, hit.content.title), summary: null, note: String(hit.content.year) };
    case "index":
      return {
        kind,
        path: `/chi-so/${slug}`,
        title: inLanguage(lang, hit.content.name),
        summary: hit.content.description && inLanguage(lang, hit.content.description),
        note: hit.content.publisher && inLanguage(lang, hit.content.publisher),
      };
    case "channel":
      return {
        kind,
        path: `/kenh-tiep-nhan#${slug}`,
        title: inLanguage(lang, hit.content.name),
        summary: hit.content.purpose && inLanguage(lang, hit.content.purpose),
        note: hit.content.value,
      };
    case "round":
      return {
        kind,
        path: hit.content.state === "open" ? `/khao-sat/${slug}` : `/hai-long/${slug}`,
        title: inLanguage(lang, hit.content.title),
        summary: null,
        note: inLanguage(lang, hit.content.authority.name),
      };
    case "improvement":
      return {
        kind,
        path: `/don-vi/${hit.content.unit.slug}#ban-noi`,
        title: shorten(inLanguage(lang, hit.content.did)),
        summary: shorten(inLanguage(lang, hit.content.said)),
        note: inLanguage(lang, hit.content.unit.name),
      };
    case "remark":
      return {
        kind,
        path: `/hai-long/${hit.content.round.slug}/loi-gop-y?don-vi=${hit.content.unit.slug}#${slug}`,
        title: shorten(hit.content.text),
        summary: inLanguage(lang, hit.content.round.name),
        note: inLanguage(lang, hit.content.unit.name),
      };
    case "score_sheet":
      return {
        kind,
        path: `/chat-luong-phuc-vu/mot-cua/${slug}`,
        title: `${inLanguage(lang, hit.content.rules.title)}, ${hit.content.quarter}`,
        summary: null,
        note: inLanguage(lang, hit.content.unit.name),
      };
    case "service_month":
      return {
        kind,
        path: `/chat-luong-phuc-vu/bo-chi-so-766/${slug}`,
        title: `${inLanguage(lang, hit.content.rules.title)}, ${hit.content.month}`,
        summary: null,
        note: inLanguage(lang, hit.content.authority.name),
      };
    case "dialogue":
      return {
        kind,
        path: `/doi-thoai#${slug}`,
        title: inLanguage(lang, hit.content.title),
        summary: hit.content.topics.join("; "),
        note: formatDay(lang, hit.content.onDay),
      };
  }
}
