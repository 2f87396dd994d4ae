import { DistributionBars } from "#app/components/charts/distribution-bars.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { ChoiceCharts } from "./choice-charts.tsx";
import { FigureBars } from "./figure-bars.tsx";
import { FigureTable } from "./figure-table.tsx";
import { bestAndWorst } from "./best-and-worst.ts";
import type { Bar, GroupView, RoundFacts } from "./results-view.server.ts";
import { groupTitle } from "./group-title.ts";
import { UnitRanking } from "./unit-ranking.tsx";
import { VariantNote } from "./variant-note.tsx";

/** All charts of one group of a round. `part` keeps the ids of two groups on one page apart. */
export function GroupCharts({
  view,
  round,
  part,
  unitHref,
}: {
  view: GroupView;
  round: RoundFacts;
  part: string;
  /** Where a unit's bar leads; undefined when one unit is looked at already. */
  unitHref: ((slug: string) => string) | undefined;
}) {
  const t = useText();
  // A form without five levels, such as the three-level slip, has nothing but its other questions.
  if (view.headline === "none") return <ChoiceCharts view={view} part={part} />;
  if (view.showing === "nothing") return null;
  if (view.showing === "overall") return <Notice title={t("results:hidden")}>{t("results:detailHidden")}</Notice>;
  return (
    <>
      <Factors bars={view.factors} round={round} part={part} about="service" />
      {view.policy ? <Factors bars={view.policy.factors} round={round} part={part} about="policy" /> : null}
      <Criteria view={view} round={round} part={part} />
      {unitHref && view.units.length > 1 ? <Units view={view} round={round} part={part} unitHref={unitHref} /> : null}
      {view.modes.length > 1 ? (
        <Section id={`cach-${part}`} title={groupTitle(t, part, t("results:modes"))}>
          <FigureBars
            id={`bieu-do-cach-${part}`}
            title={t("results:modesTitle")}
            summary={t("results:modesSummary")}
            row="mode"
            bars={view.modes.map(({ mode, figure }) => ({ label: t(`words:sheetMode.${mode}`), figure }))}
            target={round.target}
            decimals={2}
          />
        </Section>
      ) : null}
    </>
  );
}

type Part = { view: GroupView; round: RoundFacts; part: string };

/** Targets are set for services; the factors of policies have none. */
function Factors({ bars, round, part, about }: { bars: readonly Bar[]; round: RoundFacts; part: string; about: "service" | "policy" }) {
  const { lang } = useLanguage();
  const t = useText();
  const ends = bestAndWorst(bars);
  const percent = (value: number) => formatPercent(lang, value, 2);
  const id = about === "service" ? `yeu-to-${part}` : `yeu-to-chinh-sach-${part}`;
  return (
    <Section id={id} title={groupTitle(t, part, t(about === "service" ? "results:factors" : "results:policy.factors"))}>
      <FigureBars
        id={`bieu-do-${id}`}
        title={t(about === "service" ? "results:factorsTitle" : "results:policy.factorsTitle")}
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
        bars={bars}
        target={about === "service" ? round.target : null}
        decimals={2}
      />
      <VariantNote variant={round.variant} />
    </Section>
  );
}

function Criteria({ view, round, part }: Part) {
  const { lang } = useLanguage();
  const t = useText();
  const ends = bestAndWorst(view.criteria);
  const [one = "", two = "", three = "", four = "", five = ""] = round.levels;
  return (
    <Section id={`tieu-chi-${part}`} title={groupTitle(t, part, t("results:criteria"))}>
      <DistributionBars
        text={{
          id: `bieu-do-tieu-chi-${part}`,
          title: t("results:criteriaTitle"),
          summary: ends
            ? t("results:criteriaSummary", { worst: ends.worst.label, worstValue: formatPercent(lang, ends.worst.value, 2) })
            : t("results:noSummary"),
          tableWord: t("results:table"),
        }}
        words={{
          row: t("results:row.criterion"),
          base: t("results:answers"),
          levels: [one, two, three, four, five],
          small: t("results:small"),
          suppressed: t("results:suppressed"),
        }}
        rows={view.criteria.map(({ label, levels, figure }) => ({
          label,
          counts: levels ?? [0, 0, 0, 0, 0],
          small: figure.small,
          suppressed: levels === null,
        }))}
        format={(value) => formatPercent(lang, value, 1)}
        formatShort={(value) => formatNumber(lang, value, 0)}
        formatCount={(count) => formatNumber(lang, count)}
      />
      <FigureTable view={view} part={part} />
    </Section>
  );
}

function Units({ view, round, part, unitHref }: Part & { unitHref: (slug: string) => string }) {
  const t = useText();
  const hidden = view.units.filter(({ figure }) => figure.suppressed).length;
  return (
    <Section id={`don-vi-${part}`} title={groupTitle(t, part, t("results:units"))}>
      <FigureBars
        id={`bieu-do-don-vi-${part}`}
        title={t("results:unitsTitle")}
        summary={t("results:unitsSummary", { hidden: hidden > 0 ? t("results:unitsHidden", { count: hidden }) : "" }).trim()}
        row="unit"
        bars={view.units.map(({ code, label, figure }) => ({
          label: label || t("results:unnamed"),
          figure,
          href: figure.suppressed ? undefined : unitHref(code),
        }))}
        target={round.target}
        decimals={2}
      />
      <VariantNote variant={round.variant} />
      <UnitRanking view={view} part={part} />
    </Section>
  );
}
