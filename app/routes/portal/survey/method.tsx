import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { metrics } from "#app/domain/insights/metrics.ts";
import type { MetricId } from "#app/domain/insights/vocabulary.ts";
import type { IndexVariant } from "#app/domain/surveys/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** How the figures above are made, from the same definition that makes them. */
export function Method({ variant, metric: id = "satisfaction_index" }: { variant: IndexVariant; metric?: MetricId | undefined }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const metric = metrics[id];
  return (
    <Section
      id={id === "satisfaction_index" ? "cach-tinh" : `cach-tinh-${id}`}
      title={
        id === "satisfaction_index"
          ? t("results:method")
          : t("reports:section.ofGroup", { section: t("results:method"), group: inLanguage(lang, metric.name) })
      }
      more={{ href: to("/minh-bach"), text: t("results:all") }}
    >
      <DefinitionList
        facts={[
          { term: t("results:metric"), detail: t("results:metricVersion", { id: metric.id, version: String(metric.version) }) },
          { term: t("results:definition"), detail: inLanguage(lang, metric.definition) },
          { term: t("results:formula"), detail: <span className="code">{inLanguage(lang, metric.formula)}</span> },
          { term: t("results:variant"), detail: t(`words:indexVariant.${variant}`) },
          { term: t("results:counted"), detail: inLanguage(lang, metric.base) },
          { term: t("results:intervalNote"), detail: inLanguage(lang, metric.interval.note) },
          { term: t("results:hiding"), detail: t("results:hidingNote") },
        ]}
      />
    </Section>
  );
}
