import { cloneElement, type ReactElement } from "react";
import { breakLines } from "./break-lines.ts";
import { Lines, wideWidth } from "./chart-figure.tsx";

/** A chart to be saved or shown elsewhere: title, sentence, drawing and source in one picture. */
export type ChartPictureText = { title: string; summary: string; source: string; legend?: readonly { name: string; text: string }[] | undefined };

const edge = 24;
const titleLeading = 28;
const textLeading = 21;
const legendLeading = 24;

/** Colours of the light theme by class, as charts.css has them: a saved picture has no page whose styles it could use. */
const styles = `
text{font-family:"Be Vietnam Pro",sans-serif;fill:#1a1f24}
.chart-muted{fill:#57606a}.chart-strong,.chart-target-word{font-weight:600}
.chart-grid line,line.chart-grid{stroke:#dad7ce}
.chart-bar{fill:#0b5c63}.chart-bar-weak{fill:#dad7ce;stroke:#767c82;stroke-dasharray:3 2}
.chart-track{fill:#f3f1ea}.chart-whisker{stroke:#1a1f24;stroke-width:1.5;fill:none}.chart-halo{stroke:#fff;stroke-width:4;fill:none}
.chart-target{stroke:#1a1f24;stroke-width:1.5;stroke-dasharray:5 4}
.chart-clear{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.level-1{fill:#9c2f1f}.level-2{fill:#d98a5b}.level-3{fill:#c9c3b4}.level-4{fill:#5fa8a3}.level-5{fill:#0b5c63}
.on-level-1,.on-level-5{fill:#fff}.on-level-2,.on-level-3,.on-level-4{fill:#1a1f24}
.level-edge{stroke:#fff;stroke-width:2}`;

/** Width and height of the picture in CSS pixels. `drawing` is a wide drawing of `height` px. */
export function pictureSize(text: ChartPictureText, height: number) {
  return { width: wideWidth + 2 * edge, height: layOut(text).top + height + edge + 2 * textLeading };
}

function layOut({ title, summary, legend = [] }: ChartPictureText) {
  const titleLines = breakLines(title, { width: wideWidth, size: 21, lines: 2 });
  const summaryLines = breakLines(summary, { width: wideWidth, size: 15, lines: 4 });
  const summaryTop = edge + titleLines.length * titleLeading + 4;
  const legendTop = summaryTop + summaryLines.length * textLeading + 6;
  return { titleLines, summaryLines, summaryTop, legendTop, top: legendTop + Math.ceil(legend.length / 2) * legendLeading + 14 };
}

/** The picture as one SVG that stands by itself, on white. */
export function ChartPicture({ text, drawing, height }: { text: ChartPictureText; drawing: ReactElement; height: number }) {
  const { titleLines, summaryLines, summaryTop, legendTop, top } = layOut(text);
  const size = pictureSize(text, height);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${text.title}. ${text.summary}`}
    >
      <style>{styles}</style>
      <rect width={size.width} height={size.height} fill="#ffffff" />
      <Lines className="chart-strong" lines={titleLines} x={edge} y={edge + 20} size={21} leading={titleLeading} />
      <Lines lines={summaryLines} x={edge} y={summaryTop + 15} size={15} leading={textLeading} />
      {text.legend?.map(({ name, text: words }, index) => (
        <g key={name} transform={`translate(${edge + (index % 2) * (wideWidth / 2)} ${legendTop + Math.floor(index / 2) * legendLeading})`}>
          <rect className={name} width="16" height="16" rx="2" />
          <text x="24" y="13" fontSize="14">
            {words}
          </text>
        </g>
      ))}
      <g transform={`translate(${edge} ${top})`}>{cloneElement(drawing)}</g>
      <Lines className="chart-muted" lines={[text.source]} x={edge} y={size.height - edge} size={12.5} leading={16} />
    </svg>
  );
}
