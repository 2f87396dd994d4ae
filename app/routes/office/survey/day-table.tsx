import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { type SheetMode, sheetModes } from "#app/domain/surveys/vocabulary.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Line = { day: string; mode: SheetMode; n: number };

/** How many sheets came on each day, by way of answering, with the total first. */
export function DayTable({ byDay, modes }: { byDay: readonly Line[]; modes: readonly SheetMode[] }) {
  const { lang } = useLanguage();
  const t = useText();
  const shown = sheetModes.filter((mode) => modes.includes(mode) || byDay.some((line) => line.mode === mode));
  const sum = (holds: (line: Line) => boolean) => byDay.reduce((all, line) => all + (holds(line) ? line.n : 0), 0);
  const days = [...new Set(byDay.map(({ day }) => day))];
  const rows = [
    { key: "total", name: t("surveys:office.total"), within: () => true },
    ...days.map((day) => ({ key: day, name: formatDay(lang, day), within: (line: Line) => line.day === day })),
  ];
  return (
    <Section id="theo-ngay" title={t("surveys:office.byDay")}>
      {byDay.length === 0 ? (
        <p className="muted">{t("surveys:office.noSheets")}</p>
      ) : (
        <Table
          id="phieu-theo-ngay"
          caption={t("surveys:office.byDayCaption")}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { header: t("surveys:office.day"), names: true, cell: ({ name }) => name },
            ...shown.map((mode) => ({
              header: t(`words:sheetMode.${mode}`),
              align: "end" as const,
              cell: ({ within }: (typeof rows)[number]) =>
                formatNumber(
                  lang,
                  sum((line) => line.mode === mode && within(line)),
                ),
            })),
            {
              header: t("surveys:office.total"),
              align: "end" as const,
              cell: ({ within }: (typeof rows)[number]) => formatNumber(lang, sum(within)),
            },
          ]}
        />
      )}
    </Section>
  );
}
