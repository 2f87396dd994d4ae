import { ChartFigure, narrowWidth, wideWidth } from "#app/components/charts/chart-figure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

const height = 160;
const floor = 132;

/** Sheets by day as bars that stand on zero; days without one keep their place. */
export function DayChart({ byDay }: { byDay: readonly { day: string; n: number }[] }) {
  const { lang } = useLanguage();
  const t = useText();
  const sums = new Map<string, number>();
  for (const { day, n } of byDay) sums.set(day, (sums.get(day) ?? 0) + n);
  const found = [...sums.keys()].toSorted();
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return null;

  const days = daysFrom(first, last).map((day) => ({ day, n: sums.get(day) ?? 0 }));
  const most = days.reduce((best, one) => (one.n > best.n ? one : best));
  const number = (n: number) => formatNumber(lang, n);
  const drawing = (width: number) => {
    const step = width / days.length;
    return (
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="phieu-ngay-title phieu-ngay-summary">
        {days.map(({ day, n }, index) => {
          const tall = most.n === 0 ? 0 : ((floor - 20) * n) / most.n;
          return (
            <rect key={day} className="chart-bar" x={index * step + step * 0.1} y={floor - tall} width={Math.max(step * 0.8, 0.5)} height={tall} />
          );
        })}
        <line className="chart-axis" x1="0" x2={width} y1={floor} y2={floor} stroke="currentColor" />
        <text x="0" y={height - 8} fontSize="13" fill="currentColor">
          {formatDay(lang, first)}
        </text>
        <text x={width} y={height - 8} fontSize="13" fill="currentColor" textAnchor="end">
          {formatDay(lang, last)}
        </text>
      </svg>
    );
  };
  return (
    <ChartFigure
      text={{
        id: "phieu-ngay",
        title: t("monitor:chart"),
        summary: t("monitor:chartSummary", {
          total: number(days.reduce((sum, { n }) => sum + n, 0)),
          days: number(days.length),
          most: number(most.n),
          day: formatDay(lang, most.day),
        }),
        tableWord: t("monitor:chartTable"),
      }}
      wide={drawing(wideWidth)}
      narrow={drawing(narrowWidth)}
      table={
        <Table
          id="phieu-ngay-table"
          caption={t("monitor:chart")}
          hideCaption
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { header: t("monitor:day"), names: true, cell: ({ day }) => formatDay(lang, day) },
            { header: t("monitor:sheets"), align: "end", cell: ({ n }) => number(n) },
          ]}
        />
      }
    />
  );
}

/** Every day from the first to the last, both included. */
function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
