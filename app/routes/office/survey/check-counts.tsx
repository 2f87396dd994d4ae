import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { Check } from "./read-check.server.ts";

/** How many sheets came to each unit in each way, how many of them carry each flag, and how many are left out. */
export function CheckCounts({ rows, totals, flags }: Pick<Check, "rows" | "totals" | "flags">) {
  const { lang } = useLanguage();
  const t = useText();
  const number = (n: number) => formatNumber(lang, n);
  const lines = [{ key: "total", unit: t("life:check.total"), mode: "", ...totals }, ...rows];
  type Line = (typeof lines)[number];
  return (
    <Section id="phieu" title={t("life:check.counts")}>
      {rows.length === 0 ? (
        <p className="muted">{t("life:check.none")}</p>
      ) : (
        <Table
          id="phieu-kiem"
          caption={t("life:check.countsCaption")}
          hideCaption
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { header: t("life:check.unit"), names: true, cell: ({ unit }: Line) => unit },
            { header: t("life:check.mode"), cell: ({ mode }: Line) => mode },
            { header: t("life:check.sheets"), align: "end" as const, cell: ({ sheets }: Line) => number(sheets) },
            ...flags.map((header, index) => ({ header, align: "end" as const, cell: (line: Line) => number(line.flags[index] ?? 0) })),
            { header: t("life:check.excluded"), align: "end" as const, cell: ({ excluded }: Line) => number(excluded) },
          ]}
        />
      )}
    </Section>
  );
}
