import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from "recharts";
import { Table } from "../ui/table.tsx";
import { breakLines } from "./break-lines.ts";
import { ChartFigure, Lines, namedBy, narrowWidth, rowName, TargetLegend, wideWidth, type ChartText } from "./chart-figure.tsx";
import { numberIn, PercentTick, percentTicks, stackUp, TargetDown, Whisker } from "./marks.tsx";

/** One bar. Values are percentages 0–100; `low` and `high` bound the interval; `n` counts answers. */
export type FactorRow = {
  label: string;
  href?: string | undefined;
  value: number | null;
  low?: number | undefined;
  high?: number | undefined;
  n: number;
  /** Few answers: drawn weakly and said in words. */
  small?: boolean | undefined;
  /** Too few to show at all: no bar and no number. */
  suppressed?: boolean | undefined;
};

export type FactorWords = {
  /** Heads of the table: what a row is, the figure, its interval, its base. */
  row: string;
  value: string;
  interval: string;
  base: string;
  /** “Mục tiêu 83 %” */
  target?: string | undefined;
  /** “mẫu nhỏ”, “ẩn: dưới 5 phiếu” */
  small: string;
  suppressed: string;
};

type Props = {
  text: ChartText;
  words: FactorWords;
  rows: readonly FactorRow[];
  target?: number | undefined;
  /** Percentages and counts as the reader writes them: “87,4 %”, “3.214”. */
  format: (value: number) => string;
  formatCount: (count: number) => string;
};

/** Horizontal bars from 0 to 100 with whiskers, a target line and the numbers beside them. */
export function FactorBars({ text, words, rows, target, format, formatCount }: Props) {
  const drawn = { id: text.id, words, rows, target, format, formatCount };
  return (
    <ChartFigure
      text={text}
      wide={<FactorDrawing {...drawn} variant="wide" />}
      narrow={
        <>
          {target === undefined ? null : <TargetLegend word={words.target ?? format(target)} />}
          <FactorDrawing {...drawn} variant="narrow" />
        </>
      }
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.title}
          hideCaption
          rows={rows}
          columns={[
            { header: words.row, names: true, cell: rowName },
            { header: words.value, align: "end", cell: (row) => valueWords(row, words, format) },
            {
              header: words.interval,
              align: "end",
              cell: (row) =>
                shownValue(row) === null || row.low === undefined || row.high === undefined ? "–" : `${format(row.low)} – ${format(row.high)}`,
            },
            { header: words.base, align: "end", cell: (row) => (row.suppressed ? "–" : formatCount(row.n)) },
          ]}
        />
      }
    />
  );
}

/** The value, unless it must not be shown. */
function shownValue(row: FactorRow) {
  return row.suppressed ? null : row.value;
}

function valueWords(row: FactorRow, words: FactorWords, format: Props["format"]) {
  const value = shownValue(row);
  if (value === null) return words.suppressed;
  return row.small ? `${format(value)} (${words.small})` : format(value);
}

type Layout = { left: number; right: number; size: number; leading: number; bar: number; labelWidth: number; labelLines: number };

const layouts: Record<"wide" | "narrow", Layout> = {
  wide: { left: 256, right: 116, size: 15, leading: 20, bar: 20, labelWidth: 236, labelLines: 3 },
  narrow: { left: 1, right: 78, size: 14, leading: 19, bar: 16, labelWidth: narrowWidth - 8, labelLines: 3 },
};

/** The drawing alone, for a desk or a phone; `id` names its parts. */
export function FactorDrawing({
  id,
  words,
  rows,
  target,
  format,
  formatCount,
  variant,
}: Omit<Props, "text"> & { id: string; variant: "wide" | "narrow" }) {
  const wide = variant === "wide";
  const width = wide ? wideWidth : narrowWidth;
  const { left, right, size, leading, bar, labelWidth, labelLines } = layouts[variant];
  const labels = rows.map((row) => breakLines(row.label, { width: labelWidth, size, lines: labelLines }));
  const top = wide && target !== undefined ? 30 : 8;
  const { starts, end } = stackUp(labels.map((lines) => (wide ? Math.max(52, lines.length * leading + 14) : lines.length * leading + bar + 30)));
  const plot = width - left - right;
  const at = (value: number) => left + (Math.min(100, Math.max(0, value)) / 100) * plot;

  function mark(index: number) {
    const row = rows[index];
    const lines = labels[index];
    const start = starts[index];
    if (!row || !lines || start === undefined) return <g />;
    const value = shownValue(row);
    const text = lines.length * leading;
    const middle = wide ? top + start + ((starts[index + 1] ?? end) - start) / 2 : top + start + text + 8 + bar / 2;
    const labelY = wide ? middle - text / 2 + leading / 2 + 5 : top + start + 15;
    const numbersX = wide ? width - right + 14 : width;
    const anchor = wide ? "start" : "end";
    return (
      <g>
        <Lines className="chart-clear" lines={lines} x={wide ? 0 : left} y={labelY} size={size} leading={leading} />
        <rect className="chart-track" x={at(0)} width={plot} y={middle - bar / 2} height={bar} />
        {value === null ? (
          <Lines className="chart-muted" lines={[words.suppressed]} x={at(0) + 8} y={middle + 5} size={13} leading={16} />
        ) : (
          <>
            <rect
              className={row.small ? "chart-bar-weak" : "chart-bar"}
              x={at(0)}
              width={Math.max(1, at(value) - at(0))}
              y={middle - bar / 2}
              height={bar}
            />
            {row.low === undefined || row.high === undefined ? null : <Whisker from={at(row.low)} to={at(row.high)} across={middle} />}
            <Lines
              className={row.small ? "chart-muted chart-strong" : "chart-strong"}
              lines={[format(value)]}
              x={numbersX}
              y={middle - 1}
              size={size}
              leading={leading}
              anchor={anchor}
            />
            <Lines
              className="chart-muted"
              lines={[row.small ? words.small : `n = ${formatCount(row.n)}`]}
              x={numbersX}
              y={middle + 15}
              size={12.5}
              leading={16}
              anchor={anchor}
            />
          </>
        )}
        {wide || target === undefined ? null : (
          <line className="chart-target" x1={at(target)} x2={at(target)} y1={middle - bar / 2 - 5} y2={middle + bar / 2 + 5} />
        )}
      </g>
    );
  }

  function targetLine() {
    if (target === undefined) return <g />;
    return <TargetDown x={at(target)} word={words.target ?? format(target)} top={top} bottom={top + end} width={width} />;
  }

  return (
    <BarChart
      compact
      layout="vertical"
      width={width}
      height={top + end + 30}
      data={rows.map((row, index) => ({ index, value: row.value ?? 0 }))}
      margin={{ top, right, bottom: 0, left }}
      barCategoryGap={0}
      {...namedBy(id, variant)}
    >
      {wide ? <CartesianGrid horizontal={false} className="chart-grid" /> : null}
      <XAxis type="number" domain={[0, 100]} ticks={percentTicks} interval={0} height={30} tickLine={false} axisLine={false} tick={PercentTick} />
      <YAxis type="category" dataKey="index" hide />
      <Bar dataKey="value" isAnimationActive={false} shape={(given: unknown) => mark(numberIn(given, "index"))} />
      {!wide || target === undefined ? null : <ReferenceLine x={target} shape={targetLine} />}
    </BarChart>
  );
}
