import { widthOf } from "./break-lines.ts";

/** The interval over its bar or point: a light line under a dark one, to be seen on any ground. Ends are px. */
export function Whisker({ from, to, across, upright }: { from: number; to: number; across: number; upright?: boolean }) {
  const path = upright
    ? `M${across - 5} ${from}h10M${across} ${from}V${to}M${across - 5} ${to}h10`
    : `M${from} ${across - 5}v10M${from} ${across}H${to}M${to} ${across - 5}v10`;
  return (
    <>
      <path className="chart-halo" d={path} />
      <path className="chart-whisker" d={path} />
    </>
  );
}

/** The target as a dashed line from top to bottom with its words above it, kept inside the drawing. */
export function TargetDown({ x, word, top, bottom, width }: { x: number; word: string; top: number; bottom: number; width: number }) {
  const half = widthOf(word, 13.5) / 2;
  const middle = Math.min(width - half, Math.max(half, x));
  return (
    <g>
      <line className="chart-target" x1={x} x2={x} y1={top - 8} y2={bottom} />
      <text className="chart-target-word" x={middle} y={top - 14} fontSize={13.5} textAnchor="middle">
        {word}
      </text>
    </g>
  );
}

/** A percentage under the axis; the ends stay inside the drawing and the last one carries the unit. */
export function PercentTick({ x, y, payload: { value } }: { x: number; y: number; payload: { value: number } }) {
  return (
    <text className="chart-muted" x={x} y={y + 10} fontSize={12.5} textAnchor={value === 0 ? "start" : value === 100 ? "end" : "middle"}>
      {value === 100 ? "100\u00a0%" : value}
    </text>
  );
}

/** Where rows of different heights begin, and where the last one ends. */
export function stackUp(heights: readonly number[]) {
  const starts: number[] = [];
  let end = 0;
  for (const height of heights) {
    starts.push(end);
    end += height;
  }
  return { starts, end };
}

/** The ticks of every percentage axis: 0–100, always. */
export const percentTicks = [0, 25, 50, 75, 100];

/** Recharts types the argument of a shape as unknown; only numbers are read from it. */
export function numberIn(given: unknown, key: string) {
  const found = typeof given === "object" && given !== null ? (given as Record<string, unknown>)[key] : undefined;
  return typeof found === "number" ? found : 0;
}
