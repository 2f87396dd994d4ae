import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatDay, formatLongDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { DayShown } from "./what-is-counted.ts";

/** The calendar that new deadlines are counted with, of this year and the next two. */
export function CalendarDays({
  version,
  noticesUntil,
  from,
  days,
}: {
  version: number;
  noticesUntil: string | null;
  from: number;
  days: DayShown[];
}) {
  const t = useText();
  const { lang } = useLanguage();
  const kindOf = ({ kind, provisional }: DayShown) =>
    `${t(`opendata:trace.dayKind.${kind}`)}${provisional ? ` (${t("opendata:trace.provisional")})` : ""}`;
  return (
    <>
      <p className="measure">{t("opendata:trace.calendarLead", { version: String(version), from: String(from) })}</p>
      {noticesUntil ? <p className="measure">{t("opendata:trace.calendarUntil", { day: formatDay(lang, noticesUntil) })}</p> : null}
      <Disclosure summary={t("opendata:trace.calendarShow", { n: String(days.length) })}>
        <Table
          id="ngay-khac-thuong"
          caption={t("opendata:trace.calendarCaption", { version: String(version) })}
          hideCaption
          rows={days}
          rowKey={({ day, kind }) => `${day} ${kind}`}
          columns={[
            { header: t("opendata:trace.day"), names: true, cell: ({ day }) => formatLongDay(lang, day) },
            { header: t("opendata:trace.what"), cell: (day) => `${day.name}: ${kindOf(day)}` },
            { header: t("opendata:trace.basis"), cell: ({ source }) => (lang === "vi" ? source : <span lang="vi">{source}</span>) },
          ]}
        />
      </Disclosure>
    </>
  );
}
