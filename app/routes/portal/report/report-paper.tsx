import { Table } from "#app/components/ui/table.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import type { ReportCell, ReportColumn, ReportDocument } from "#app/platform/documents/report-document.ts";
import { chartKinds } from "./chart-kinds.ts";

/** The report on paper. @param pictures address of the round's page, under which its charts lie */
export function ReportPaper({ document, pictures }: { document: ReportDocument; pictures: string }) {
  const words = (column: ReportColumn, cell: ReportCell) =>
    cell === null ? "–" : typeof cell === "string" ? cell : formatNumber(document.lang, cell, column.kind === "percent" ? 2 : 0);
  return (
    <div className="stack">
      <p className="kicker">{document.authority}</p>
      <p>{document.kicker}</p>
      <h1>{document.title}</h1>
      <DefinitionList facts={document.facts.map(({ term, detail }) => ({ term, detail }))} />
      {document.sections.map((section) => (
        <section key={section.id} id={section.id} className="stack">
          <h2>{section.title}</h2>
          {section.paragraphs.map((text) => (
            <p key={text} className="report-text">
              {text}
            </p>
          ))}
          {section.charts.map(({ id, caption }) => (
            <img key={id} className="report-chart" src={`${pictures}/bieu-do/${pictureOf(id)}`} alt={caption} loading="lazy" />
          ))}
          {section.tables.map((table) => (
            <div key={table.id} className="report-table stack">
              <Table
                id={`${section.id}-${table.id}`}
                caption={table.caption}
                rows={table.rows.map((cells, index) => ({ index, cells }))}
                rowKey={({ index }) => String(index)}
                columns={table.columns.map((column, place) => ({
                  header: column.header,
                  names: place === 0,
                  align: column.kind === "text" ? undefined : ("end" as const),
                  cell: ({ cells, index }: { cells: readonly ReportCell[]; index: number }) => {
                    const text = words(column, cells[place] ?? null);
                    const goesOn = table.grouped && place === 0 && table.rows[index - 1]?.[0] === cells[0];
                    return goesOn ? <span className="seen-only-by-ear">{text}</span> : text;
                  },
                }))}
              />
              {table.note ? <p className="muted">{table.note}</p> : null}
            </div>
          ))}
        </section>
      ))}
      <p className="muted">{document.source}</p>
    </div>
  );
}

/** `factors-drawn` → `yeu-to.svg?nhom=drawn`. */
function pictureOf(id: string): string {
  const [kind = "", group = ""] = id.split(/-(.*)/s);
  const slug = Object.entries(chartKinds).find(([, one]) => one === kind)?.[0] ?? "yeu-to";
  return `${slug}.svg?nhom=${group}`;
}
