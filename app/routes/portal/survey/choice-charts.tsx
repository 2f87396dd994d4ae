import { FactorBars } from "#app/components/charts/factor-bars.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { Figure } from "#app/domain/insights/figures.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { areWeighted } from "./are-weighted.ts";
import { FigureBars } from "./figure-bars.tsx";
import { groupTitle } from "./group-title.ts";
import type { GroupView } from "./results-view.server.ts";

/** What people chose at the closed questions: bars with the count beside each, and the base in words. */
export function ChoiceCharts({ view, part }: { view: GroupView; part: string }) {
  const { lang } = useLanguage();
  const t = useText();
  const shown = view.choices.filter(({ base }) => base !== null);
  const hidden = view.choices.length - shown.length;
  if (view.choices.length === 0) return null;
  return (
    <Section id={`cau-hoi-${part}`} title={groupTitle(t, part, t("results:choices"))}>
      <WeightNote view={view} figures={shown.flatMap(({ options }) => options.map(({ figure }) => figure))} />
      {shown.map(({ code, kind, text, base, options }) => (
        <FactorBars
          key={code}
          text={{
            id: `bieu-do-${code.replaceAll(".", "-")}-${part}`,
            title: text,
            summary: t(kind === "multiple" ? "results:choicesOfMany" : kind === "ranking" ? "results:choicesRanked" : "results:choicesOfOne", {
              people: formatNumber(lang, base ?? 0),
            }),
            tableWord: t("results:table"),
            level: 3,
          }}
          words={{
            row: t("results:row.option"),
            value: t("results:share"),
            interval: t("results:intervalWord"),
            base: t("results:people"),
            small: t("results:small"),
            suppressed: t("results:suppressed"),
          }}
          rows={options.map(({ label, count, figure }) => ({
            label,
            value: figure.value,
            low: figure.low ?? undefined,
            high: figure.high ?? undefined,
            n: count ?? 0,
            small: figure.small,
          }))}
          format={(value) => formatPercent(lang, value, 1)}
          formatCount={(count) => formatNumber(lang, count)}
        />
      ))}
      {hidden > 0 ? <p className="muted">{t("results:choicesHidden", { count: hidden })}</p> : null}
    </Section>
  );
}

/** Overall satisfaction of those who gave each answer about themselves; for the round as a whole only. */
export function ProfileCharts({ view, part }: { view: GroupView; part: string }) {
  const t = useText();
  const shown = view.profiles.filter(({ bars }) => bars.some(({ figure }) => !figure.suppressed));
  if (view.profiles.length === 0) return null;
  return (
    <Section id={`nguoi-tra-loi-${part}`} title={groupTitle(t, part, t("results:profiles"))}>
      <p className="muted">{t("results:profilesNote")}</p>
      <WeightNote view={view} figures={shown.flatMap(({ bars }) => bars.map(({ figure }) => figure))} />
      {shown.map(({ code, text, bars }) => (
        <FigureBars
          key={code}
          id={`bieu-do-theo-${code.replaceAll(".", "-")}-${part}`}
          title={text}
          summary={t("results:profilesSummary")}
          row="option"
          bars={bars}
          target={null}
          decimals={2}
        />
      ))}
      {shown.length < view.profiles.length ? (
        <p className="muted">{t("results:choicesHidden", { count: view.profiles.length - shown.length })}</p>
      ) : null}
    </Section>
  );
}

/** Of a drawn sample: whether these figures are weighted by strata. */
function WeightNote({ view, figures }: { view: GroupView; figures: readonly Figure[] }) {
  const t = useText();
  if (view.group !== "drawn" || figures.length === 0) return null;
  return <p className="muted measure">{areWeighted(figures) ? t("checks:weighted") : t("checks:unweighted")}</p>;
}
