import { Table } from "../ui/table.tsx";
import { breakLines, widthOf } from "./break-lines.ts";
import { ChartFigure, Legend, Lines, namedBy, narrowWidth, wideWidth, type ChartText } from "./chart-figure.tsx";
import { stackUp } from "./marks.tsx";

/** Shares of three levels in percent, lowest level first; null where the row is hidden. `intervals` are written for the table. */
export type LevelRow = {
  label: string;
  shares: readonly [number, number, number] | null;
  intervals: readonly string[];
  n: number | null;
  small: boolean;
};
export type LevelWords = { row: string; base: string; levels: readonly [string, string, string]; small: string; hidden: string };

type Props = {
  text: ChartText;
  words: LevelWords;
  rows: readonly LevelRow[];
  format: (value: number) => string;
  formatShort: (value: number) => string;
  formatCount: (count: number) => string;
};

/** Colours of the outer levels of the five-level scale and of its fourth: dissatisfied, satisfied, very satisfied. */
const colours = ["level-1", "level-4", "level-5"] as const;

/** Bars of 100 %, split into the three levels of a slip. */
export function LevelBars({ text, words, rows, format, formatShort, formatCount }: Props) {
  const drawn = { id: text.id, words, rows, formatShort, formatCount };
  return (
    <ChartFigure
      text={text}
      legend={<Legend items={words.levels.map((word, index) => ({ name: colours[index] ?? "level-3", text: word }))} />}
      wide={<LevelDrawing {...drawn} variant="wide" />}
      narrow={<LevelDrawing {...drawn} variant="narrow" />}
      table={
        <Table
          id={`${text.id}-table`}
          caption={text.title}
          hideCaption
          rows={rows}
          columns={[
            { header: words.row, names: true, cell: ({ label }) => label },
            ...words.levels.map((word, index) => ({
              header: word,
              align: "end" as const,
              cell: ({ shares, intervals }: LevelRow) =>
                shares ? (
                  <>
                    {format(shares[index] ?? 0)}
                    <br />
                    <span className="muted small">{intervals[index]}</span>
                  </>
                ) : (
                  "–"
                ),
            })),
            {
              header: words.base,
              align: "end",
              cell: ({ n, small }) => (n === null ? words.hidden : `${formatCount(n)}${small ? ` (${words.small})` : ""}`),
            },
          ]}
        />
      }
    />
  );
}

const layouts = {
  wide: { left: 256, right: 96, bar: 28, size: 15, leading: 20, labelWidth: 236 },
  narrow: { left: 1, right: 1, bar: 26, size: 14, leading: 19, labelWidth: narrowWidth - 90 },
} as const;

function LevelDrawing({
  id,
  words,
  rows,
  formatShort,
  formatCount,
  variant,
}: Omit<Props, "text" | "format"> & { id: string; variant: "wide" | "narrow" }) {
  const wide = variant === "wide";
  const width = wide ? wideWidth : narrowWidth;
  const { left, right, bar, size, leading, labelWidth } = layouts[variant];
  const labels = rows.map((row) => breakLines(row.label, { width: labelWidth, size, lines: 3 }));
  const { starts, end } = stackUp(labels.map((lines) => (wide ? Math.max(46, lines.length * leading + 14) : lines.length * leading + bar + 26)));
  const across = width - left - right;
  return (
    <svg className="recharts-surface" width={width} height={end + 4} viewBox={`0 0 ${width} ${end + 4}`} {...namedBy(id, variant)}>
      {rows.map((row, index) => {
        const lines = labels[index] ?? [];
        const start = starts[index] ?? 0;
        const top = wide ? start + ((starts[index + 1] ?? end) - start - bar) / 2 : start + lines.length * leading + 10;
        const labelY = wide ? top + bar / 2 - ((lines.length - 1) * leading) / 2 + 5 : top - 9 - (lines.length - 1) * leading;
        const base = row.n === null ? "" : row.small ? words.small : `n = ${formatCount(row.n)}`;
        return (
          <g key={row.label}>
            <Lines lines={lines} x={wide ? 0 : left} y={labelY} size={size} leading={leading} />
            <Lines
              className="chart-muted"
              lines={[base]}
              x={wide ? width - right + 14 : width}
              y={wide ? top + bar / 2 + 5 : top - 9}
              size={12.5}
              leading={16}
              anchor={wide ? "start" : "end"}
            />
            {row.shares === null ? (
              <>
                <rect className="chart-track" x={left} y={top} width={across} height={bar} />
                <Lines className="chart-muted" lines={[words.hidden]} x={left + 8} y={top + bar / 2 + 5} size={13} leading={16} />
              </>
            ) : (
              row.shares.map((share, level) => {
                const x = left + (across * (row.shares ?? []).slice(0, level).reduce((sum, one) => sum + one, 0)) / 100;
                const size = (across * share) / 100;
                const word = formatShort(share);
                const colour = colours[level] ?? "level-3";
                return (
                  <g key={colour}>
                    <rect className={`${colour} level-edge`} x={x} y={top} width={size} height={bar} />
                    {size > widthOf(word, 13) + 6 ? (
                      <text className={`on-${colour} chart-strong`} x={x + size / 2} y={top + bar / 2 + 5} fontSize={13} textAnchor="middle">
                        {word}
                      </text>
                    ) : null}
                  </g>
                );
              })
            )}
          </g>
        );
      })}
    </svg>
  );
}
