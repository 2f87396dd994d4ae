import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { Table } from "../ui/table.tsx";
import { breakLines, widthOf } from "./break-lines.ts";
import { ChartFigure, Lines, namedBy, narrowWidth, TargetLegend, wideWidth, type ChartText } from "./chart-figure.tsx";
import { numberIn, percentTicks, Whisker } from "./marks.tsx";

/** One point in time, a percentage. `breakBefore` says in words why it must not be joined to the one before. */
export type TrendPoint = {
  label: string;
  value: number | null;
  low?: number | undefined;
  high?: number | undefined;
  n?: number | undefined;
  breakBefore?: string | undefined;
};

export type TrendWords = { point: string; value: string; interval: string; base: string; target?: string | undefined; missing: string };

type Props = {
  text: ChartText;
  words: TrendWords;
  points: readonly TrendPoint[];
  target?: number | undefined;
  format: (value: number) => string;
  formatCount: (count: number) => string;
};

/** A figure over time from 0 to 100. Where the method changed the line stops, a mark says why, and a new line begins. */
export function TrendLine({ text, words, points, target, format, formatCount }: Props) {
  const drawn = { id: text.id, points, target, format };
  return (
    <ChartFigure
      text={text}
      legend={target === undefined ? null : <TargetLegend word={words.target ?? format(target)} />}
      wide={<Drawing {...drawn} variant="wide" />}
      narrow={<Drawing {...drawn} variant="narrow" />}
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.title}
          hideCaption
          rows={points}
          columns={[
            { header: words.point, names: true, cell: (point) => (point.breakBefore ? `${point.label} (${point.breakBefore})` : point.label) },
            { header: words.value, align: "end", cell: (point) => (point.value === null ? words.missing : format(point.value)) },
            {
              header: words.interval,
              align: "end",
              cell: (point) => (point.low === undefined || point.high === undefined ? "–" : `${format(point.low)} – ${format(point.high)}`),
            },
            { header: words.base, align: "end", cell: (point) => (point.n === undefined ? "–" : formatCount(point.n)) },
          ]}
        />
      }
    />
  );
}

/** Which unbroken stretch each point belongs to, counted from 0. */
function stretches(points: readonly TrendPoint[]) {
  let stretch = 0;
  return points.map((point, index) => (index > 0 && point.breakBefore ? ++stretch : stretch));
}

const layouts = {
  wide: { left: 44, right: 20, plot: 280, size: 14 },
  narrow: { left: 32, right: 12, plot: 240, size: 12.5 },
} as const;

function Drawing({
  id,
  points,
  target,
  format,
  variant,
}: Omit<Props, "text" | "words" | "formatCount"> & { id: string; variant: "wide" | "narrow" }) {
  const width = variant === "wide" ? wideWidth : narrowWidth;
  const { left, right, plot, size } = layouts[variant];
  const step = (width - left - right) / Math.max(1, points.length);
  const breaks = points.flatMap((point, index) => {
    if (index === 0 || !point.breakBefore) return [];
    const x = left + index * step;
    const room = Math.max(90, Math.min(180, x - left, width - right - x) * 2);
    return [{ index, x, lines: breakLines(point.breakBefore, { width: room, size: 12.5, lines: 3 }) }];
  });
  const top = 16 + Math.max(0, ...breaks.map(({ lines }) => lines.length)) * 16;
  const yOf = (value: number) => top + plot * (1 - value / 100);
  const group = stretches(points);
  const roomForAll = step > widthOf("88,8 %", size) + 4;

  /** Recharts offers every point to every line; each draws those of its own stretch. */
  function dot(given: unknown, part: number) {
    const index = numberIn(given, "index");
    const point = points[index];
    if (!point || point.value === null || group[index] !== part) return <g key={index} />;
    const x = left + (index + 0.5) * step;
    const y = yOf(point.value);
    const hasWhisker = point.low !== undefined && point.high !== undefined;
    const above = yOf(hasWhisker ? (point.high ?? point.value) : point.value) - 10;
    return (
      <g key={index}>
        {hasWhisker ? <Whisker upright across={x} from={yOf(point.low ?? 0)} to={yOf(point.high ?? 0)} /> : null}
        <circle className="chart-dot" cx={x} cy={y} r={5} />
        {roomForAll || index === 0 || index === points.length - 1 ? (
          <text className="chart-clear chart-strong" x={x} y={above} fontSize={size} textAnchor="middle">
            {format(point.value)}
          </text>
        ) : null}
      </g>
    );
  }

  function breakMark({ x, lines }: (typeof breaks)[number]) {
    return (
      <g>
        <line className="chart-break" x1={x} x2={x} y1={top - 4} y2={top + plot} />
        <Lines className="chart-muted" lines={lines} x={x} y={top - 8 - (lines.length - 1) * 16} size={12.5} leading={16} anchor="middle" />
      </g>
    );
  }

  function targetLine() {
    const y = yOf(target ?? 0);
    return <line className="chart-target" x1={left} x2={width - right} y1={y} y2={y} />;
  }

  function pointTick({ x, y, index }: { x: number; y: number; index: number }) {
    return (
      <text x={x} y={y + 14} fontSize={size} textAnchor="middle">
        {points[index]?.label}
      </text>
    );
  }

  function percentTick({ y, payload }: { y: number; payload: { value: number } }) {
    return <Lines className="chart-muted" lines={[String(payload.value)]} x={left - 8} y={y + 4} size={12.5} leading={16} anchor="end" />;
  }

  return (
    <LineChart
      compact
      width={width}
      height={top + plot + 32}
      data={points.map((point, index) => ({ index: index + 0.5, [`part${group[index]}`]: point.value }))}
      margin={{ top, right, bottom: 0, left: left - 1 }}
      {...namedBy(id, variant)}
    >
      <CartesianGrid vertical={false} className="chart-grid" />
      <XAxis
        type="number"
        dataKey="index"
        domain={[0, points.length]}
        ticks={points.map((_, index) => index + 0.5)}
        interval={0}
        height={32}
        tickLine={false}
        axisLine={false}
        tick={pointTick}
      />
      <YAxis type="number" domain={[0, 100]} ticks={percentTicks} interval={0} width={1} tickLine={false} axisLine={false} tick={percentTick} />
      {target === undefined ? null : <ReferenceLine y={target} shape={targetLine} />}
      {breaks.map((one) => (
        <ReferenceLine key={one.index} x={one.index} shape={() => breakMark(one)} />
      ))}
      {[...new Set(group)].map((part) => (
        <Line
          key={part}
          dataKey={`part${part}`}
          className="chart-line"
          isAnimationActive={false}
          connectNulls={false}
          dot={(given: unknown) => dot(given, part)}
        />
      ))}
    </LineChart>
  );
}
