import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from "recharts";
import { Table } from "../ui/table.tsx";
import { widthOf } from "./break-lines.ts";
import { ChartFigure, Legend, Lines, namedBy, narrowWidth, wideWidth, type ChartText } from "./chart-figure.tsx";
import { numberIn } from "./marks.tsx";

/** Counts of one period, one for each series. */
export type ColumnRow = { label: string; counts: readonly number[] };

type Props = {
  text: ChartText;
  /** Head of the first column of the table: “Tháng”. */
  rowWord: string;
  /** One to three: “Đã nhận”, “Đã trả lời”. */
  series: readonly string[];
  rows: readonly ColumnRow[];
  formatCount: (count: number) => string;
};

const fills = ["chart-bar", "chart-bar-second", "chart-bar-third"] as const;

/** Counts by period as columns that stand on zero. */
export function Columns({ text, rowWord, series, rows, formatCount }: Props) {
  const drawn = { id: text.id, series, rows, formatCount };
  return (
    <ChartFigure
      text={text}
      legend={series.length > 1 ? <Legend items={series.map((name, index) => ({ name: fillOf(index), text: name }))} /> : null}
      wide={<Drawing {...drawn} variant="wide" />}
      narrow={<Drawing {...drawn} variant="narrow" />}
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.title}
          hideCaption
          rows={rows}
          columns={[
            { header: rowWord, names: true, cell: (row) => row.label },
            ...series.map((name, index) => ({ header: name, align: "end" as const, cell: (row: ColumnRow) => formatCount(row.counts[index] ?? 0) })),
          ]}
        />
      }
    />
  );
}

function fillOf(index: number) {
  return fills[index] ?? "chart-bar-third";
}

/** The smallest of 1, 2, 4, 5, 10 × 10ⁿ times four that holds every count: four even steps from zero. */
export function niceTop(most: number) {
  const step = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 3, 4, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return nice * power * 4;
}

const layouts = {
  wide: { left: 56, right: 4, plot: 260, size: 13 },
  narrow: { left: 40, right: 2, plot: 220, size: 12 },
} as const;

function Drawing({ id, series, rows, formatCount, variant }: Omit<Props, "text" | "rowWord"> & { id: string; variant: "wide" | "narrow" }) {
  const width = variant === "wide" ? wideWidth : narrowWidth;
  const { left, right, plot, size } = layouts[variant];
  const top = niceTop(Math.max(1, ...rows.flatMap((row) => row.counts)));
  const step = (width - left - right) / Math.max(1, rows.length);
  const longest = Math.max(0, ...rows.map((row) => widthOf(row.label, size)));
  const every = Math.max(1, Math.ceil((longest + 6) / step));

  function periodTick({ x, y, index }: { x: number; y: number; index: number }) {
    if ((rows.length - 1 - index) % every !== 0) return <g />;
    return (
      <text x={Math.min(x, width - longest / 2)} y={y + 14} fontSize={size} textAnchor="middle">
        {rows[index]?.label}
      </text>
    );
  }

  function countTick({ y, payload }: { y: number; payload: { value: number } }) {
    return <Lines className="chart-muted" lines={[formatCount(payload.value)]} x={left - 8} y={y + 4} size={12.5} leading={16} anchor="end" />;
  }

  function column(bar: unknown, one: number) {
    const word = formatCount(rows[numberIn(bar, "index")]?.counts[one] ?? 0);
    return <Column bar={bar} fill={fillOf(one)} word={word} size={size} spare={series.length > 1 ? 0 : 10} />;
  }

  return (
    <BarChart
      compact
      width={width}
      height={plot + 56}
      data={rows.map((row, index) => ({ index, ...Object.fromEntries(series.map((_, one) => [`series${one}`, row.counts[one] ?? 0])) }))}
      margin={{ top: 24, right, bottom: 0, left: left - 1 }}
      barCategoryGap="24%"
      barGap={2}
      {...namedBy(id, variant)}
    >
      <CartesianGrid vertical={false} className="chart-grid" />
      <XAxis
        type="category"
        dataKey="index"
        interval={0}
        height={32}
        tickLine={false}
        axisLine={{ className: "chart-axis-line" }}
        tick={periodTick}
      />
      <YAxis
        type="number"
        domain={[0, top]}
        ticks={[0, top / 4, top / 2, (3 * top) / 4, top]}
        interval={0}
        width={1}
        tickLine={false}
        axisLine={false}
        tick={countTick}
      />
      {series.map((name, one) => (
        <Bar key={name} dataKey={`series${one}`} isAnimationActive={false} shape={(bar: unknown) => column(bar, one)} />
      ))}
    </BarChart>
  );
}

/** One column with its count on top where it fits: `spare` px beyond the column are free. */
function Column({ bar, fill, word, size, spare }: { bar: unknown; fill: string; word: string; size: number; spare: number }) {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => numberIn(bar, key)) as [number, number, number, number];
  return (
    <g>
      <rect className={fill} x={x} y={y} width={width} height={height} />
      {widthOf(word, size) <= width + spare ? (
        <text className="chart-clear" x={x + width / 2} y={y - 6} fontSize={size} textAnchor="middle">
          {word}
        </text>
      ) : null}
    </g>
  );
}
