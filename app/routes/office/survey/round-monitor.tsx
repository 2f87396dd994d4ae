import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { QualityNote } from "../../portal/survey/quality-note.tsx";
import { DayChart } from "./day-chart.tsx";
import type { Monitor } from "./read-monitor.server.ts";

/** How a round is going. Loading the page again shows newer figures; nothing here needs a script. */
export function RoundMonitor({
  slug,
  at,
  modes,
  units,
  quality,
  typesPaper,
  byDay,
}: Monitor & { slug: string; byDay: readonly { day: string; mode: SheetMode; n: number }[] }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const number = (n: number) => formatNumber(lang, n);
  const withSlips = units.some(({ slips }) => slips !== null);
  const withSample = units.some(({ sample }) => sample !== null);
  type Row = Monitor["units"][number];
  return (
    <Section id="theo-doi" title={t("monitor:title")}>
      <ButtonRow>
        <span className="muted">{t("monitor:asOf", { at })}</span>
        <ButtonLink look="quiet" href={to(`/can-bo/khao-sat/${slug}`)}>
          {t("monitor:refresh")}
        </ButtonLink>
        {typesPaper ? (
          <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${slug}/nhap-phieu`)}>
            {t("monitor:paper")}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <DayChart byDay={byDay} />
      <h3>{t("monitor:byUnit")}</h3>
      <Table
        id="theo-don-vi"
        caption={t("monitor:byUnitCaption")}
        hideCaption
        rows={units}
        rowKey={({ slug: unit }) => unit}
        columns={[
          { header: t("monitor:unit"), names: true, cell: ({ name }: Row) => name },
          ...modes.map((mode) => ({
            header: t(`words:sheetMode.${mode}`),
            align: "end" as const,
            cell: ({ counts }: Row) => number(counts[mode] ?? 0),
          })),
          { header: t("monitor:total"), align: "end" as const, cell: ({ total }: Row) => number(total) },
          ...(withSlips
            ? [
                { header: t("monitor:issued"), align: "end" as const, cell: ({ slips }: Row) => (slips ? number(slips.issued) : "–") },
                { header: t("monitor:used"), align: "end" as const, cell: ({ slips }: Row) => (slips ? number(slips.used) : "–") },
                {
                  header: t("monitor:returned"),
                  align: "end" as const,
                  cell: ({ slips }: Row) => (slips && slips.rate !== null ? formatPercent(lang, slips.rate) : "–"),
                },
              ]
            : []),
          ...(withSample
            ? [
                {
                  header: t("monitor:sample"),
                  align: "end" as const,
                  cell: ({ sample }: Row) => (sample ? `${number(sample.answered)} / ${number(sample.wanted)}` : "–"),
                },
              ]
            : []),
        ]}
      />
      {withSlips ? <p className="small muted">{t("monitor:reminder")}</p> : null}
      {quality.map((flagged) => (
        <QualityNote key={flagged.group} {...flagged} />
      ))}
    </Section>
  );
}
