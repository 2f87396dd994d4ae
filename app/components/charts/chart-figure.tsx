import type { ReactNode } from "react";
import { Disclosure } from "../ui/disclosure.tsx";

/** What every chart is told: its title, the sentence that says what it shows, and where the numbers come from. */
export type ChartText = {
  /** Unique on the page. */
  id: string;
  title: string;
  summary: ReactNode;
  /** Words of the link that opens the table: “Xem số liệu dạng bảng”. */
  tableWord: string;
  /** Method, metric id and version, source. */
  note?: ReactNode;
  level?: 2 | 3 | 4 | undefined;
};

/** The widths the drawings are made for, in px; in between they scale. */
export const wideWidth = 720;
export const narrowWidth = 344;

/**
 * A chart as a figure: title, sentence, drawing, then all its numbers as a table.
 * The drawing is made twice, for a desk and for a phone; a container query shows the one that fits.
 */
export function ChartFigure({
  text,
  legend,
  wide,
  narrow,
  table,
  openTable,
}: {
  text: ChartText;
  legend?: ReactNode;
  wide: ReactNode;
  narrow: ReactNode;
  table: ReactNode;
  /** The table is the drawing's key: it stands open under it. */
  openTable?: boolean | undefined;
}) {
  const Heading = `h${text.level ?? 3}` as const;
  return (
    <figure className="chart" id={text.id} aria-labelledby={`${text.id}-title`}>
      <figcaption>
        <Heading className="chart-title" id={`${text.id}-title`}>
          {text.title}
        </Heading>
        <p className="chart-summary" id={`${text.id}-summary`}>
          {text.summary}
        </p>
      </figcaption>
      {legend}
      <div className="chart-wide">{wide}</div>
      <div className="chart-narrow">{narrow}</div>
      {openTable ? table : <Disclosure summary={text.tableWord}>{table}</Disclosure>}
      {text.note ? <div className="chart-note">{text.note}</div> : null}
    </figure>
  );
}

/** The name of a row in a chart's table, as a link where it has a page. */
export function rowName(row: { label: string; href?: string | undefined }): ReactNode {
  return row.href ? <a href={row.href}>{row.label}</a> : row.label;
}

/** Colours with their words; `name` is a class of charts.css. */
export function Legend({ items }: { items: ReadonlyArray<{ name: string; text: string }> }) {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.text}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect className={item.name} width="16" height="16" rx="2" />
          </svg>
          {item.text}
        </li>
      ))}
    </ul>
  );
}

/** The dashed line with its words, where there is no room for them in the drawing. */
export function TargetLegend({ word }: { word: string }) {
  return (
    <ul className="legend">
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path className="chart-target" d="M0 8h16" />
        </svg>
        {word}
      </li>
    </ul>
  );
}

/** What a drawing is called for those who hear the page, and a stable id for its parts. */
export function namedBy(id: string, variant: "wide" | "narrow") {
  return { id: `${id}-${variant}`, role: "img", "aria-labelledby": `${id}-title ${id}-summary` } as const;
}

/** Lines of text at a place in a drawing; `y` is the base line of the first. */
export function Lines({
  lines,
  x,
  y,
  size,
  leading,
  className,
  anchor,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  size: number;
  leading: number;
  className?: string | undefined;
  anchor?: "start" | "middle" | "end" | undefined;
}) {
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor} className={className}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={y + index * leading}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
