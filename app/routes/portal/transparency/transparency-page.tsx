import { marked } from "marked";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { MetricId, MetricUnit } from "#app/domain/insights/vocabulary.ts";
import type { PublicationCounts } from "#app/domain/publishing/index.server.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SimilarLine, type SimilarSpan } from "../../feedback/similar-line.tsx";
import { CalendarDays } from "./calendar-days.tsx";
import { DeadlineRules } from "./deadline-rules.tsx";
import type { DayShown, RuleShown } from "./what-is-counted.ts";

export type MetricShown = {
  id: MetricId;
  version: number;
  name: string;
  definition: string;
  formula: string;
  base: string;
  unit: MetricUnit;
  decimals: number;
  hiddenBelow: number | null;
  smallBelow: number | null;
  interval: string;
};

export type TransparencyPageProps = {
  metrics: MetricShown[];
  rules: RuleShown[];
  calendar: { version: number; noticesUntil: string | null; from: number; days: DayShown[] };
  digests: { day: string; events: number; seq: number; hash: string }[];
  /** How often cases were published, corrected, hidden, shown again and withdrawn. */
  publications: PublicationCounts;
  /** What came of showing published answers before a letter is sent, over a year. */
  similar: SimilarSpan;
};

/** How figures are made, how deadlines are counted, and the digests by which anybody can tell that the trace was not changed. */
export function TransparencyPage({ metrics, rules, calendar, digests, similar, publications }: TransparencyPageProps) {
  const t = useText();
  const { lang } = useLanguage();
  const parts = [
    ["so-lieu", t("opendata:trace.metrics")],
    ["thoi-han", t("opendata:trace.deadlines")],
    ["lich", t("opendata:trace.calendar")],
    ["cong-khai", t("publication:figures.title")],
    ["nhat-ky", t("opendata:trace.digests")],
  ] as const;
  return (
    <>
      <PageHeader title={t("opendata:trace.title")} lead={<p>{t("opendata:trace.lead")}</p>} />
      <nav aria-label={t("opendata:trace.onPage")}>
        <ul>
          {parts.map(([id, text]) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>

      <Section id="so-lieu" title={t("opendata:trace.metrics")}>
        <p className="measure">{t("opendata:trace.metricsLead")}</p>
        {metrics.map((metric) => (
          <MetricDefinition key={metric.id} {...metric} />
        ))}
        <h3 id="cau-tra-loi-co-san">{t("feedback:similarFigures.title")}</h3>
        <SimilarLine {...similar} />
      </Section>

      <Section id="thoi-han" title={t("opendata:trace.deadlines")}>
        <Prose tokens={marked.lexer(t("opendata:trace.deadlinesText"))} />
        <DeadlineRules rules={rules} />
      </Section>

      <Section id="lich" title={t("opendata:trace.calendar")}>
        <CalendarDays {...calendar} />
      </Section>

      <Section id="cong-khai" title={t("publication:figures.title")}>
        <p>{t("publication:figures.lead")}</p>
        <DefinitionList
          facts={(["published", "corrected", "hidden", "shown", "withdrawn"] as const).map((act) => ({
            term: t(`publication:figures.${act}`),
            detail: formatNumber(lang, publications[act]),
          }))}
        />
      </Section>
      <Section id="nhat-ky" title={t("opendata:trace.digests")}>
        <Prose tokens={marked.lexer(t("opendata:trace.digestsText"))} />
        {digests.length > 0 ? (
          <Table
            id="ma-bam"
            caption={t("opendata:trace.digestsCaption")}
            rows={digests}
            rowKey={({ day }) => day}
            columns={[
              { header: t("opendata:trace.day"), names: true, cell: ({ day }) => formatDay(lang, day) },
              { header: t("opendata:trace.events"), align: "end", cell: ({ events }) => formatNumber(lang, events) },
              { header: t("opendata:trace.last"), align: "end", cell: ({ seq }) => formatNumber(lang, seq) },
              { header: t("opendata:trace.hash"), cell: ({ hash }) => <code className="small">{hash}</code> },
            ]}
          />
        ) : (
          <p className="muted">{t("opendata:trace.noDigests")}</p>
        )}
      </Section>
    </>
  );
}

function MetricDefinition({ id, version, name, definition, formula, base, unit, decimals, hiddenBelow, smallBelow, interval }: MetricShown) {
  const t = useText();
  const hidden =
    hiddenBelow === null
      ? t("opendata:trace.neverHidden")
      : t("opendata:trace.suppressed", { hidden: String(hiddenBelow), small: String(smallBelow) });
  return (
    <>
      <h3 id={id}>{name}</h3>
      <p className="small muted">
        <code>{id}</code>, {t("opendata:trace.version", { version: String(version) })}
      </p>
      <p className="measure">{definition}</p>
      <DefinitionList
        facts={[
          { term: t("opendata:trace.formula"), detail: <code>{formula}</code> },
          { term: t("opendata:trace.base"), detail: base },
          { term: t("opendata:trace.unit"), detail: t(`opendata:trace.units.${unit}`) },
          {
            term: t("opendata:trace.rounding"),
            detail: decimals === 0 ? t("opendata:trace.noDecimals") : t("opendata:trace.decimals", { count: decimals }),
          },
          { term: t("opendata:trace.suppression"), detail: hidden },
          { term: t("opendata:trace.interval"), detail: interval },
        ]}
      />
    </>
  );
}
