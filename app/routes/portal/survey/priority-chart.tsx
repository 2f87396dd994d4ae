import { cornerOf, mean, Scatter } from "#app/components/charts/scatter.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { ModeGroup } from "#app/domain/surveys/vocabulary.ts";
import { formatList, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { Priority } from "./priorities.ts";

/** How many of the criteria that come first are named. */
const named = 3;

/** Importance and performance of the criteria: what goes with overall satisfaction, and how it scores. */
export function PriorityChart({ rows, part }: { rows: readonly Priority[]; part: ModeGroup }) {
  const { lang } = useLanguage();
  const t = useText();
  const shown = rows.flatMap(({ rho, index, ...row }) =>
    rho.value === null || index.value === null ? [] : [{ ...row, x: rho.value, y: index.value, rho }],
  );
  if (shown.length < 2) return <p className="measure">{t("priorities:few")}</p>;

  const means = { x: mean(shown.map(({ x }) => x)), y: mean(shown.map(({ y }) => y)) };
  const first = shown
    .filter((point) => cornerOf(point, means) === "lowRight")
    .sort((a, b) => b.x - a.x)
    .slice(0, named);
  const coefficient = (value: number | null) => (value === null ? "–" : formatNumber(lang, value, 2).replace("-", "−"));
  const left = rows.length - shown.length;
  return (
    <Section id={`uu-tien-${part}`} title={t(`results:group.${part}.title`)}>
      <p className="measure">{t("priorities:lead")}</p>
      <Scatter
        text={{
          id: `bieu-do-uu-tien-${part}`,
          title: t("priorities:chart"),
          summary:
            first.length === 0
              ? t("priorities:none")
              : t("priorities:summary", {
                  count: first.length,
                  list: formatList(
                    lang,
                    first.map(({ mark, label }) => `(${mark}) ${label}`),
                  ),
                }),
          tableWord: t("priorities:key"),
          note: (
            <>
              <p>{t("priorities:lines")}</p>
              <p>{t("priorities:notCause")}</p>
              {part === "drawn" ? <p>{t("priorities:notWeighted")}</p> : null}
              {left > 0 ? <p>{t("priorities:left", { count: left })}</p> : null}
            </>
          ),
        }}
        words={{
          mark: t("priorities:mark"),
          label: t("priorities:criterion"),
          x: t("priorities:rho"),
          y: t("priorities:index"),
          corner: t("priorities:corner"),
          corners: {
            lowRight: t("priorities:corners.lowRight"),
            highRight: t("priorities:corners.highRight"),
            lowLeft: t("priorities:corners.lowLeft"),
            highLeft: t("priorities:corners.highLeft"),
          },
        }}
        points={shown}
        formatX={coefficient}
        formatY={(value) => formatPercent(lang, value, 2)}
        formatTick={(value) => formatPercent(lang, value, 0)}
        extra={[
          {
            header: t("results:intervalWord"),
            cell: (mark) => {
              const rho = shown.find((one) => one.mark === mark)?.rho;
              return rho?.low == null ? "–" : `${coefficient(rho.low)} – ${coefficient(rho.high)}`;
            },
          },
          { header: t("priorities:pairs"), cell: (mark) => formatNumber(lang, shown.find((one) => one.mark === mark)?.rho.n ?? 0) },
        ]}
      />
    </Section>
  );
}
