import type { ReactNode } from "react";

/** Percentages 0–100 for the small drawing beside the words. */
export type StatMeter = { value: number; target?: number | undefined; low?: number | undefined; high?: number | undefined };

/** A figure that says what it rests on: the number, a sentence with its target, then n and interval. */
export function Stat({
  label,
  value,
  sentence,
  base,
  interval,
  meter,
  size,
  href,
}: {
  label: string;
  /** Formatted for the reader, e.g. “87,4 %”. */
  value: string;
  sentence?: ReactNode;
  base?: string | undefined;
  interval?: string | undefined;
  meter?: StatMeter | undefined;
  size?: "small" | undefined;
  href?: string | undefined;
}) {
  return (
    <div className="stat" data-size={size}>
      <p className="stat-label">{href ? <a href={href}>{label}</a> : label}</p>
      <p className="stat-value">{value}</p>
      {meter ? <Meter {...meter} /> : null}
      {sentence ? <p className="stat-sentence">{sentence}</p> : null}
      {base || interval ? <p className="stat-base">{[base, interval].filter(Boolean).join(" · ")}</p> : null}
    </div>
  );
}

/** Figures side by side. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>;
}

/** The same figure as a line from 0 to 100; the sentence beside it says all of it, so it is hidden from the ear. */
function Meter({ value, target, low, high }: StatMeter) {
  return (
    <svg className="stat-meter" aria-hidden="true" focusable="false">
      <rect className="fill-line" y="8" width="100%" height="8" rx="4" />
      <rect className="fill-accent" y="8" width={`${value}%`} height="8" rx="4" />
      {low === undefined || high === undefined ? null : (
        <line className="stroke-ink" x1={`${low}%`} x2={`${high}%`} y1="12" y2="12" strokeWidth="2" />
      )}
      {target === undefined ? null : <line className="stroke-ink" x1={`${target}%`} x2={`${target}%`} y1="1" y2="23" strokeWidth="2" />}
    </svg>
  );
}
