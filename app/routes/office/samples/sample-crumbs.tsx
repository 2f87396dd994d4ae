import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The way back to the round. `page`: one beneath the sample's own. */
export function SampleCrumbs({ slug, round, page }: { slug: string; round: string; page?: string }) {
  const { to } = useLanguage();
  const t = useText();
  const own = to(`/can-bo/khao-sat/${slug}/mau`);
  return (
    <Breadcrumbs
      label={t("common:breadcrumbs")}
      items={[
        { text: t("surveys:office.title"), href: to("/can-bo/khao-sat") },
        { text: round, href: to(`/can-bo/khao-sat/${slug}`) },
        ...(page ? [{ text: t("samples:title"), href: own }, { text: page }] : [{ text: t("samples:title") }]),
      ]}
    />
  );
}
