import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Stat, Stats } from "#app/components/ui/stat.tsx";
import { metrics } from "#app/domain/insights/metrics.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { Editions } from "./service/editions.tsx";
import { MonthTable } from "./service/month-table.tsx";
import { monthWords } from "./service/period-words.ts";
import { ServiceCrumbs } from "./service/service-crumbs.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const copy = await findPublic(db, "service_month", args.params.slug ?? "");
  if (!copy) throw notFound();
  const used = [metrics.decision_766_rate, metrics.decision_766_points].map(({ id, version }) => ({ id, version }));
  return data({ slug: copy.slug, month: copy.content, used }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  const { t } = i18nFor(lang);
  const title = `${t("service:months.title")}: ${inLanguage(lang, page.month.authority.name)}, ${monthWords(t, page.month.month)}`;
  return pageMeta(location, { title, description: t("service:months.lead") });
};

export default function ServiceMonth() {
  const { slug, month, used } = useLoaderData<typeof loader>();
  const { lang } = useLanguage();
  const t = useText();
  const when = monthWords(t, month.month);
  return (
    <article>
      <PageHeader
        title={inLanguage(lang, month.authority.name)}
        kicker={`${t("service:months.title")} · ${when}`}
        before={<ServiceCrumbs items={[{ path: "bo-chi-so-766", text: t("service:months.title") }, { text: when }]} />}
      />
      <Stats>
        <Stat
          label={t("service:months.points")}
          value={t("service:months.score", { points: formatNumber(lang, month.points, 2) })}
          sentence={t("service:months.of", { most: formatNumber(lang, month.most, 2) })}
        />
      </Stats>
      {month.groups.map((group) => (
        <Section
          key={group.code}
          id={`nhom-${group.code}`}
          title={t("service:months.figures", { code: group.code, name: inLanguage(lang, group.name) })}
        >
          <p className="muted">{t("service:months.groupMax", { max: formatNumber(lang, group.max) })}</p>
          <MonthTable group={group} />
        </Section>
      ))}
      <Section id="cach-tinh" title={t("service:months.formula")}>
        <p>
          {inLanguage(lang, month.rules.basis)} {t("service:months.rulesVersion", { version: String(month.rules.version) })}
        </p>
        <p>{t("service:apart")}</p>
        <p className="muted small">
          {used.map(({ id, version }) => (
            <span key={id}>
              <code>{id}</code> v{version} ·{" "}
            </span>
          ))}{" "}
          <a href={`/api/v1/service-months/${slug}`}>{t("service:data")}</a>
        </p>
      </Section>
      <Section id="cong-bo" title={t("service:months.editions")}>
        <Editions editions={month.editions} />
      </Section>
    </article>
  );
}
