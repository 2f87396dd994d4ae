import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { EventLine } from "./to-event-line.ts";

/** Events as they were recorded, one row each; the person and the subject lead to all their events. */
export function EventTable({ events }: { events: readonly EventLine[] }) {
  const t = useText();
  return (
    <Table
      id="cac-su-kien"
      caption={t("office:audit.caption")}
      hideCaption
      stacks
      columns={[
        { header: t("office:audit.seq"), align: "end", cell: (event) => event.seq },
        { header: t("office:audit.at"), cell: (event) => event.at },
        {
          header: t("office:audit.who"),
          cell: (event) => (event.officialId ? <a href={`?${new URLSearchParams({ nguoi: event.officialId })}`}>{event.who}</a> : event.who),
        },
        { header: t("office:audit.act"), names: true, cell: (event) => <span title={event.code}>{event.act}</span> },
        {
          header: t("office:audit.about"),
          cell: (event) => (
            <>
              {event.about}{" "}
              <a className="small" href={`?${new URLSearchParams({ ma: event.subjectId })}`} title={event.subjectId}>
                {shorten(event.subjectId)}
              </a>
            </>
          ),
        },
        { header: t("office:audit.data"), cell: (event) => <span className="small">{event.facts.join("; ")}</span> },
      ]}
      rows={events}
      rowKey={(event) => event.seq}
    />
  );
}

/** Random ids are known by their first eight characters; codes and addresses are said whole. */
const shorten = (id: string) => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id);
