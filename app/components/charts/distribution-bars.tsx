import { Bar, BarChart, XAxis, YAxis } from "recharts";
import { Table } from "../ui/table.tsx";
import { breakLines, widthOf } from "./break-lines.ts";
import { ChartFigure, Legend, Lines, namedBy, narrowWidth, rowName, wideWidth, type ChartText } from "./chart-figure.tsx";
import { numberIn, PercentTick, percentTicks, stackUp } from "./marks.tsx";

/** How many gave each of the five levels, lowest first. */
export type DistributionRow = {
  label: string;
  href?: string | undefined;
  counts: readonly [number, number, number, number, number];
  small?: boolean | undefined;
  suppressed?: boolean | undefined;
};

export type DistributionWords = {
  row: string;
  base: string;
  /** The five levels in words, lowest first. */
  levels: readonly [string, string, string, string, string];
  small: string;
  suppressed: string;
};

type Props = {
  text: ChartText;
  words: DistributionWords;
  rows: readonly DistributionRow[];
  /** Percentages for the table (“12,4 %”) and, shorter, inside the bars (“12”). */
  format: (value: number) => string;
  formatShort: (value: number) => string;
  formatCount: (count: number) => string;
};

const levels = [1, 2, 3, 4, 5] as const;

/** Bars of 100 %, split into the five levels, each with its share where there is room for it. */
export function DistributionBars({ text, words, rows, format, formatShort, formatCount }: Props) {
  const drawn = { id: text.id, words, rows, formatShort, formatCount };
  return (
    <ChartFigure
      text={text}
      legend={<Legend items={levels.map((level, index) => ({ name: `level-${level}`, text: `${level}. ${words.levels[index]}` }))} />}
      wide={<DistributionDrawing {...drawn} variant="wide" />}
      narrow={<DistributionDrawing {...drawn} variant="narrow" />}
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.title}
          hideCaption
          rows={rows}
          columns={[
            { header: words.row, names: true, cell: rowName },
            ...levels.map((level, index) => ({
              header: `${level}. ${words.levels[index]}`,
              align: "end" as const,
              cell: (row: DistributionRow) => (row.suppressed ? "–" : format(shareOf(row, index))),
            })),
            {
              header: words.base,
              align: "end",
              cell: (row) => (row.suppressed ? words.suppressed : `${formatCount(sumOf(row))}${row.small ? ` (${words.small})` : ""}`),
            },
          ]}
        />
      }
    />
  );
}

function sumOf({ counts }: DistributionRow) {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Percent of all answers that gave the level at `index`; 0 of nothing. */
function shareOf(row: DistributionRow, index: number) {
  const all = sumOf(row);
  return all === 0 ? 0 : (100 * (row.counts[index] ?? 0)) / all;
}

const layouts = {
  wide: { left: 256, right: 96, bar: 28, size: 15, leading: 20, labelWidth: 236, anchor: "start" },
  narrow: { left: 1, right: 1, bar: 26, size: 14, leading: 19, labelWidth: narrowWidth - 90, anchor: "end" },
} as const;

/** The drawing alone, for a desk or a phone; `id` names its parts. */
export function DistributionDrawing({
  id,
  words,
  rows,
  formatShort,
  formatCount,
  variant,
}: Omit<Props, "text" | "format"> & { id: string; variant: "wide" | "narrow" }) {
  const wide = variant === "wide";
  const width = wide ? wideWidth : narrowWidth;
  const { left, right, bar, size, leading, labelWidth, anchor } = layouts[variant];
  const labels = rows.map((row) => breakLines(row.label, { width: labelWidth, size, lines: 3 }));
  const { starts, end } = stackUp(labels.map((lines) => (wide ? Math.max(46, lines.length * leading + 14) : lines.length * leading + bar + 26)));

  function barTop(index: number) {
    const start = starts[index] ?? 0;
    return wide ? start + ((starts[index + 1] ?? end) - start - bar) / 2 : start + (labels[index]?.length ?? 1) * leading + 10;
  }

  function rowText(index: number) {
    const row = rows[index];
    const lines = labels[index];
    if (!row || !lines) return <g />;
    const last = barTop(index) - 9;
    const labelY = wide ? barTop(index) + bar / 2 - ((lines.length - 1) * leading) / 2 + 5 : last - (lines.length - 1) * leading;
    const base = row.suppressed ? "" : row.small ? words.small : `n = ${formatCount(sumOf(row))}`;
    return (
      <g>
        <Lines lines={lines} x={wide ? 0 : left} y={labelY} size={size} leading={leading} />
        <Lines
          className="chart-muted"
          lines={[base]}
          x={wide ? width - right + 14 : width}
          y={wide ? barTop(index) + bar / 2 + 5 : last}
          size={12.5}
          leading={16}
          anchor={anchor}
        />
        {row.suppressed ? (
          <>
            <rect className="chart-track" x={left} y={barTop(index)} width={width - left - right} height={bar} />
            <Lines className="chart-muted" lines={[words.suppressed]} x={left + 8} y={barTop(index) + bar / 2 + 5} size={13} leading={16} />
          </>
        ) : null}
      </g>
    );
  }

  function segment(part: unknown, level: number) {
    const index = numberIn(part, "index");
    const row = rows[index];
    const x = numberIn(part, "x");
    const size = numberIn(part, "width");
    if (!row || row.suppressed || size <= 0) return <g />;
    const share = formatShort(shareOf(row, level - 1));
    return (
      <g>
        <rect className={`level-${level} level-edge`} x={x} y={barTop(index)} width={size} height={bar} />
        {size > widthOf(share, 13) + 6 ? (
          <text className={`on-level-${level} chart-strong`} x={x + size / 2} y={barTop(index) + bar / 2 + 5} fontSize={13} textAnchor="middle">
            {share}
          </text>
        ) : null}
      </g>
    );
  }

  return (
    <BarChart
      compact
      layout="vertical"
      width={width}
      height={end + 30}
      data={rows.map((row, index) => ({
        index,
        ...Object.fromEntries(levels.map((level) => [`level${level}`, row.suppressed ? 0 : shareOf(row, level - 1)])),
      }))}
      margin={{ top: 0, right, bottom: 0, left }}
      barCategoryGap={0}
      {...namedBy(id, variant)}
    >
      <XAxis type="number" domain={[0, 100]} ticks={percentTicks} interval={0} height={30} tickLine={false} axisLine={false} tick={PercentTick} />
      <YAxis type="category" dataKey="index" hide />
      {levels.map((level) => (
        <Bar key={level} dataKey={`level${level}`} stackId="levels" isAnimationActive={false} shape={(part: unknown) => segment(part, level)} />
      ))}
      <Bar dataKey={() => 0} stackId="levels" isAnimationActive={false} shape={(part: unknown) => rowText(numberIn(part, "index"))} />
    </BarChart>
  );
}
