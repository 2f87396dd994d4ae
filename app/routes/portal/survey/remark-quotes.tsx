import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type PublicRemark = { slug: string; content: Pick<PublicContent["remark"], "text" | "language" | "shortened" | "unit" | "tags"> };

const tagMaxLength = 60;
const cut = (words: string) => (words.length > tagMaxLength ? `${words.slice(0, tagMaxLength).replace(/\s+\S*$/, "")}…` : words.replace(/\.$/, ""));

/** Published remarks as quotations, each with what it is about. @param named says the unit with each, where several are shown */
export function RemarkQuotes({ items, named }: { items: readonly PublicRemark[]; named: boolean }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <div className="stack measure">
      {items.map(({ slug, content }) => (
        <figure key={slug} id={slug} className="border-l-4 border-line pl-4">
          <blockquote lang={content.language === lang ? undefined : content.language}>{content.text}</blockquote>
          <figcaption className="muted small">
            {[
              ...(named ? [inLanguage(lang, content.unit.name)] : []),
              ...content.tags.map(({ name }) => cut(inLanguage(lang, name))),
              ...(content.shortened ? [t("remarks:public.shortened")] : []),
            ].join(" · ")}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
