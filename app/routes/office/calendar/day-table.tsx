import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { DayLine } from "./to-day-line.ts";

/** The special days of a year; a wrong one that is still to come can be taken out, with a reason. */
export function DayTable({ days, year, version }: { days: readonly DayLine[]; year: string; version: number }) {
  const t = useText();
  if (days.length === 0) return <p className="muted">{t("office:calendar.noDays")}</p>;
  return (
    <Table
      id="cac-ngay"
      caption={t("office:calendar.caption", { year, version: String(version) })}
      columns={[
        { header: t("office:calendar.day"), names: true, cell: (one) => one.longDay },
        { header: t("office:calendar.kind"), cell: (one) => one.kind },
        {
          header: t("office:calendar.name"),
          cell: (one) => (
            <>
              {one.name} {one.provisional ? <StateTag tone="warn">{t("office:calendar.provisional")}</StateTag> : null}
            </>
          ),
        },
        { header: t("office:calendar.where"), cell: (one) => one.where },
        { header: t("office:calendar.source"), cell: (one) => <span className="small">{one.source}</span> },
        ...(days.some((one) => one.mayRemove)
          ? [{ header: t("office:calendar.act"), cell: (one: DayLine) => (one.mayRemove ? <Removal one={one} version={version} /> : null) }]
          : []),
      ]}
      rows={days}
      rowKey={(one) => `${one.day} ${one.unitId ?? ""}`}
    />
  );
}

function Removal({ one, version }: { one: DayLine; version: number }) {
  const t = useText();
  const id = `note-${one.day}-${one.unitId ?? "all"}`;
  return (
    <Disclosure
      summary={
        <>
          {t("office:calendar.remove")}
          <VisuallyHidden>: {one.shortDay}</VisuallyHidden>
        </>
      }
    >
      <form method="post" className="stack stack-tight">
        <input type="hidden" name="intent" value="preview_remove" />
        <input type="hidden" name="basedOn" value={version} />
        <input type="hidden" name="day" value={one.day} />
        <input type="hidden" name="unitId" value={one.unitId ?? ""} />
        <TextField id={id} name="note" label={t("office:calendar.removeReason")} required />
        <SubmitRow look="danger" text={t("office:calendar.removeFor", { day: one.shortDay })} />
      </form>
    </Disclosure>
  );
}
