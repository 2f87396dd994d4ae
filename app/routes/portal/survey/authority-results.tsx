import { Section } from "#app/components/layout/section.tsx";
import type { TrendStep } from "#app/domain/surveys/index.server.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { bestAndWorst } from "./best-and-worst.ts";
import { FigureBars } from "./figure-bars.tsx";
import { OverallSentence } from "./overall-sentence.tsx";
import { PolicyFigure } from "./policy-figure.tsx";
import { RoundTrend } from "./round-trend.tsx";
import type { GroupView, RoundFacts } from "./results-view.server.ts";
import { VariantNote } from "./variant-note.tsx";

/** One authority's newest round: the sentence, factors, units; then its rounds over time. */
export function AuthorityResults({ round, view, trend }: { round: RoundFacts; view: GroupView; trend: readonly TrendStep[] }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const here = to(`/hai-long/${round.slug}`);
  const percent = (value: number) => formatPercent(lang, value);
  const ends = bestAndWorst(view.factors);
  return (
    <>
      <Section id="moi-nhat" title={round.authority.name} more={{ href: here, text: t("results:round") }}>
        <p className="muted">{t("results:newest", { round: round.title })}</p>
        <OverallSentence
          overall={view.overall}
          dissatisfaction={view.dissatisfaction}
          target={round.target}
          state={round.state}
          closesOn={round.closesOn}
          keyingUntil={round.keyingUntil}
          what={view.policy && t("results:services")}
        />
        <PolicyFigure view={view} round={round} />
        {view.group === "drawn" ? <p className="muted">{t("results:group.drawn.note")}</p> : null}
      </Section>
      <Section id="yeu-to" title={t("results:factors")}>
        <FigureBars
          id="bieu-do-yeu-to"
          title={t("results:factorsTitle")}
          summary={
            ends
              ? t("results:factorsSummary", {
                  best: ends.best.label,
                  bestValue: percent(ends.best.value),
                  worst: ends.worst.label,
                  worstValue: percent(ends.worst.value),
                })
              : t("results:noSummary")
          }
          row="factor"
          bars={view.factors}
          target={round.target}
        />
        <VariantNote variant={round.variant} />
      </Section>
      {view.units.length > 1 ? (
        <Section id="don-vi" title={t("results:units")}>
          <FigureBars
            id="bieu-do-don-vi"
            title={t("results:unitsTitle")}
            summary={t("results:unitsSummary", { hidden: hiddenWords(t, view) }).trim()}
            row="unit"
            bars={view.units.map(({ code, label, figure }) => ({
              label: label || t("results:unnamed"),
              figure,
              href: figure.suppressed ? undefined : `${here}?don-vi=${code}`,
            }))}
            target={round.target}
          />
          <VariantNote variant={round.variant} />
        </Section>
      ) : null}
      {trend.length > 1 ? (
        <Section id="qua-cac-dot" title={t("results:trend")}>
          <RoundTrend
            id="bieu-do-xu-huong"
            summary={t("results:trendSummary", { authority: round.authority.name })}
            steps={trend}
            target={round.target}
          />
        </Section>
      ) : null}
    </>
  );
}

function hiddenWords(t: ReturnType<typeof useText>, view: GroupView): string {
  const hidden = view.units.filter(({ figure }) => figure.suppressed).length;
  return hidden === 0 ? "" : t("results:unitsHidden", { count: hidden });
}
