import { renderToStaticMarkup } from "react-dom/server";
import { ChartPicture, pictureSize } from "#app/components/charts/chart-picture.tsx";
import { DistributionDrawing } from "#app/components/charts/distribution-bars.tsx";
import { FactorDrawing } from "#app/components/charts/factor-bars.tsx";
import type { GroupFigures, Round } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { groupView } from "../survey/results-view.server.ts";
import type { ChartKind } from "./chart-kinds.ts";
import { barRows, barWords, chartWords, distributionRows, distributionWords } from "./chart-view.ts";
import type { Words } from "./section-parts.ts";

export type DrawnChart = { svg: string; width: number; height: number };

/** Rows of one drawing on paper: more would be higher than a page, or too small to read. */
const rowsOnPaper = { factors: 14, criteria: 12, units: 14 } as const satisfies Record<ChartKind, number>;

/** The same for paper: in as many pictures, one below the other, as its rows need. */
export function drawChartInParts(words: Words, round: Round, group: GroupFigures, kind: ChartKind, address: string): DrawnChart[] {
  const view = groupView(words.lang, round, group);
  const parts = Math.ceil(view[kind].length / rowsOnPaper[kind]);
  const most = Math.ceil(view[kind].length / parts);
  return Array.from({ length: parts }, (_, part) => drawChart(words, round, group, kind, address, [part * most, (part + 1) * most]));
}

/**
 * A chart of a round as one SVG that stands by itself, with its title, sentence and source.
 * @param address of the round's page, printed in the picture
 * @param between which rows, from the first to before the last; all of them without
 */
export function drawChart(
  words: Words,
  round: Round,
  group: GroupFigures,
  kind: ChartKind,
  address: string,
  between: readonly [number, number] = [0, Number.POSITIVE_INFINITY],
): DrawnChart {
  const view = groupView(words.lang, round, group);
  const levels = round.layout.questionnaire.scale.map(({ label }) => inLanguage(words.lang, label));
  const drawing =
    kind === "criteria" ? (
      <DistributionDrawing id="chart" rows={distributionRows(view).slice(...between)} variant="wide" {...distributionWords(words, levels)} />
    ) : (
      <FactorDrawing id="chart" rows={barRows(words, kind, view).slice(...between)} variant="wide" {...barWords(words, kind, round.target)} />
    );
  const text = {
    ...chartWords(words, kind, view, round.variant),
    source: words.t("reports:chart.source", { authority: inLanguage(words.lang, round.authority.name), address }),
    legend: kind === "criteria" ? levels.map((level, index) => ({ name: `level-${index + 1}`, text: `${index + 1}. ${level}` })) : undefined,
  };
  const height = heightOf(renderToStaticMarkup(drawing));
  const svg = renderToStaticMarkup(<ChartPicture text={text} drawing={drawing} height={height} />);
  return { svg, ...pictureSize(text, height) };
}

/** The height that a drawing gave itself, in px. */
function heightOf(markup: string): number {
  const [, height] = /<svg[^>]*\sheight="(\d+(?:\.\d+)?)"/.exec(markup) ?? [];
  if (height === undefined) throw new Error("A chart was drawn without a height");
  return Number(height);
}
