import { Section } from "#app/components/layout/section.tsx";
import { SaidAndDone } from "#app/components/ui/said-and-done.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type PublicImprovement = { slug: string; content: PublicContent["improvement"] };

/** “Bạn nói – Chúng tôi làm”. @param named says the unit with each, where several are shown */
export function ImprovementsSection({ items, named }: { items: readonly PublicImprovement[]; named: boolean }) {
  const { lang } = useLanguage();
  const t = useText();
  if (items.length === 0) return null;
  return (
    <Section id="ban-noi" title={t("improvements:public.title")}>
      <p className="muted">{t("improvements:public.lead")}</p>
      {items.map(({ slug, content }) => (
        <SaidAndDone
          key={slug}
          words={{ said: t("improvements:public.said"), did: t("improvements:public.did") }}
          said={inLanguage(lang, content.said)}
          did={inLanguage(lang, content.did)}
          meta={[
            ...(named ? [inLanguage(lang, content.unit.name)] : []),
            t("improvements:public.about", { criterion: inLanguage(lang, content.criterion.text).replace(/\.$/, "") }),
            t("improvements:public.done", { day: formatDay(lang, content.doneOn) }),
          ]}
        />
      ))}
    </Section>
  );
}
