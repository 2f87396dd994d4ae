import { Table } from "../ui/table.tsx";
import { widthOf } from "./break-lines.ts";
import { ChartFigure, Lines, namedBy, narrowWidth, wideWidth, type ChartText } from "./chart-figure.tsx";
import { axisOf, placeLabels } from "./scatter-layout.ts";

/** One point; `mark` stands beside it and names its row in the table. */
type ScatterPoint = { mark: string; label: string; x: number; y: number };

type ScatterWords = {
  mark: string;
  label: string;
  x: string;
  y: string;
  /** What a corner says: of points left or right of the mean, and above or below it. */
  corners: { highRight: string; lowRight: string; highLeft: string; lowLeft: string };
  corner: string;
};

/** More columns of the table, by the mark of a row. */
type Extra = { header: string; cell: (mark: string) => string };

type Props = {
  text: ChartText;
  words: ScatterWords;
  points: readonly ScatterPoint[];
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  /** Of the axis, without the decimals of a value. */
  formatTick: (value: number) => string;
  extra?: readonly Extra[] | undefined;
};

/** Points with both means as lines through them; the table under the drawing is its key and always open. */
export function Scatter({ text, words, points, formatX, formatY, formatTick, extra = [] }: Props) {
  const drawn = { id: text.id, words, points, formatX, formatTick };
  const means = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  return (
    <ChartFigure
      text={text}
      wide={<ScatterDrawing {...drawn} variant="wide" />}
      narrow={<ScatterDrawing {...drawn} variant="narrow" />}
      openTable
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.tableWord}
          stacks
          rows={[...points].sort((a, b) => b.x - a.x)}
          rowKey={({ mark }) => mark}
          columns={[
            { header: words.mark, align: "end", cell: ({ mark }) => mark },
            { header: words.label, names: true, cell: ({ label }) => label },
            { header: words.x, align: "end", cell: ({ x }) => formatX(x) },
            ...extra.map(({ header, cell }) => ({ header, align: "end" as const, cell: ({ mark }: ScatterPoint) => cell(mark) })),
            { header: words.y, align: "end", cell: ({ y }) => formatY(y) },
            { header: words.corner, cell: (point) => words.corners[cornerOf(point, means)] },
          ]}
        />
      }
    />
  );
}

/** Which corner a point stands in, seen from both means; on the mean counts as above and right. */
export function cornerOf(point: { x: number; y: number }, means: { x: number; y: number }): keyof ScatterWords["corners"] {
  if (point.x >= means.x) return point.y < means.y ? "lowRight" : "highRight";
  return point.y < means.y ? "lowLeft" : "highLeft";
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const layouts = {
  wide: { left: 60, right: 16, top: 34, bottom: 54, plot: 380, size: 13.5, small: 12.5, dot: 5 },
  narrow: { left: 40, right: 8, top: 32, bottom: 50, plot: 340, size: 12.5, small: 11.5, dot: 4 },
} as const;

/** The drawing alone; corners are named at the edge of the plot, points by their marks. */
function ScatterDrawing({
  id,
  words,
  points,
  formatX,
  formatTick,
  variant,
}: Pick<Props, "words" | "points" | "formatX" | "formatTick"> & { id: string; variant: "wide" | "narrow" }) {
  const width = variant === "wide" ? wideWidth : narrowWidth;
  const { left, right, top, bottom, plot, size, small, dot } = layouts[variant];
  const [across, up] = [
    axisOf(
      points.map(({ x }) => x),
      0.1,
    ),
    axisOf(
      points.map(({ y }) => y),
      5,
    ),
  ];
  const [spanX, spanY] = [width - left - right, plot];
  const xOf = (value: number) => left + ((value - across.from) / (across.to - across.from)) * spanX;
  const yOf = (value: number) => top + (1 - (value - up.from) / (up.to - up.from)) * spanY;
  const means = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const marks = placeLabels(
    points.map(({ mark, x, y }) => ({ x: xOf(x), y: yOf(y), width: widthOf(mark, size), height: size * 0.8 })),
    dot,
    { left, top, right: width - right, bottom: top + plot },
  );
  const cornerText = { fontSize: small, className: "chart-muted chart-clear" };
  const end = width - right;
  return (
    <svg
      className="recharts-surface"
      width={width}
      height={top + plot + bottom}
      viewBox={`0 0 ${width} ${top + plot + bottom}`}
      {...namedBy(id, variant)}
    >
      {across.ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={xOf(tick)} x2={xOf(tick)} y1={top} y2={top + plot} />
          <text className="chart-muted" x={xOf(tick)} y={top + plot + 17} fontSize={small} textAnchor="middle">
            {formatX(tick)}
          </text>
        </g>
      ))}
      {up.ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={left} x2={end} y1={yOf(tick)} y2={yOf(tick)} />
          <text className="chart-muted" x={left - 6} y={yOf(tick) + 4} fontSize={small} textAnchor="end">
            {variant === "wide" ? formatTick(tick) : String(tick)}
          </text>
        </g>
      ))}
      <line className="chart-target" x1={xOf(means.x)} x2={xOf(means.x)} y1={top} y2={top + plot} />
      <line className="chart-target" x1={left} x2={end} y1={yOf(means.y)} y2={yOf(means.y)} />
      <text x={left} y={top - 9} {...cornerText}>
        {words.corners.highLeft}
      </text>
      <text x={end} y={top - 9} textAnchor="end" {...cornerText}>
        {words.corners.highRight}
      </text>
      <text x={left + 4} y={top + plot - 6} {...cornerText}>
        {words.corners.lowLeft}
      </text>
      <text x={end - 4} y={top + plot - 6} textAnchor="end" fontSize={small} className="chart-strong chart-clear">
        {words.corners.lowRight}
      </text>
      {points.map(({ mark, x, y }) => (
        <circle key={mark} className="chart-dot" cx={xOf(x)} cy={yOf(y)} r={dot} />
      ))}
      {points.map(({ mark }, index) => (
        <text key={mark} className="chart-clear chart-strong" x={marks[index]?.x ?? 0} y={marks[index]?.y ?? 0} fontSize={size}>
          {mark}
        </text>
      ))}
      <Lines className="chart-muted" lines={[`${words.x} →`]} x={end} y={top + plot + 40} size={small} leading={16} anchor="end" />
      <Lines className="chart-muted" lines={[`↑ ${words.y}`]} x={0} y={12} size={small} leading={16} />
    </svg>
  );
}
