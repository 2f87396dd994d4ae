import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The head of every page of a pile: which it is, and its three steps. */
export function BatchHead({
  slug,
  round,
  title,
  facts,
  current,
}: {
  slug: string;
  round: string;
  title: string;
  facts: { id: string; unit: string };
  current: "first" | "second" | "compare";
}) {
  const { to } = useLanguage();
  const t = useText();
  const list = to(`/can-bo/khao-sat/${slug}/nhap-phieu`);
  const here = `${list}/${facts.id}`;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("paper:title"), href: to("/can-bo/nhap-phieu") }, { text: round, href: list }, { text: title }]}
          />
        }
        title={title}
        kicker={facts.unit}
      />
      <Tabs
        label={t("paper:grid.views")}
        items={[
          { href: `${here}?lan=1`, text: t("paper:grid.first"), current: current === "first" },
          { href: `${here}?lan=2`, text: t("paper:grid.second"), current: current === "second" },
          { href: `${here}/so-sanh`, text: t("paper:grid.compare"), current: current === "compare" },
        ]}
      />
    </>
  );
}
