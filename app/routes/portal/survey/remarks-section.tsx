import { Section } from "#app/components/layout/section.tsx";
import type { RemarkFigures } from "#app/domain/remarks/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { RemarkCounts } from "./remark-counts.tsx";
import { type PublicRemark, RemarkQuotes } from "./remark-quotes.tsx";

/** Tags in a short section; the rest stands on the page of remarks. */
const tagsMost = 6;

/** “Người dân nói gì”: what open answers of a round are about, and a few that were published. */
export function RemarksSection({ figures, items, href }: { figures: RemarkFigures | undefined; items: readonly PublicRemark[]; href: string }) {
  const { lang } = useLanguage();
  const t = useText();
  const counted = figures && figures.tags.length > 0 ? figures : undefined;
  if (!counted && items.length === 0) return null;
  return (
    <Section id="nguoi-dan-noi" title={t("remarks:public.title")} more={items.length > 0 ? { href, text: t("remarks:public.every") } : undefined}>
      <p className="muted">{counted ? t("remarks:public.lead", { n: formatNumber(lang, counted.read) }) : t("remarks:public.leadNone")}</p>
      {counted ? <RemarkCounts figures={counted} most={tagsMost} /> : null}
      {items.length > 0 ? (
        <>
          <h3>{t("remarks:public.some")}</h3>
          <RemarkQuotes items={items} named />
        </>
      ) : null}
    </Section>
  );
}
