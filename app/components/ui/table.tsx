import type { ReactNode } from "react";

export type Column<Row> = {
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end so that their digits line up. */
  align?: "end" | undefined;
  /** A code, a word or buttons: as wide as they are, on one line. */
  tight?: boolean | undefined;
  /** The cell that names its row. */
  names?: boolean | undefined;
};

/**
 * A table that scrolls sideways by itself, by finger and by keyboard, and is announced by its caption.
 * With `stacks`, a phone shows each row as a block of “header: cell” lines instead; the headers must then be strings.
 */
export function Table<Row>({
  id,
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  foot,
  stacks,
}: {
  id: string;
  caption: ReactNode;
  hideCaption?: boolean | undefined;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey?: ((row: Row, index: number) => string | number) | undefined;
  foot?: ReactNode;
  stacks?: boolean | undefined;
}) {
  // A table laid out in blocks is no table to a screen reader unless it says so.
  const as = (role: string) => (stacks ? role : undefined);
  const labelOf = (column: Column<Row>) => (stacks && typeof column.header === "string" ? column.header : undefined);
  return (
    <div className="table-scroll" role="group" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className="data-table" id={id} role={as("table")} data-stacks={stacks}>
        <caption id={`${id}-caption`} className={hideCaption ? "seen-only-by-ear" : undefined}>
          {caption}
        </caption>
        <thead role={as("rowgroup")}>
          <tr role={as("row")}>
            {columns.map((column, index) => (
              <th key={index} scope="col" role={as("columnheader")} data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={as("rowgroup")}>
          {rows.map((row, rowIndex) => (
            <tr key={rowKey ? rowKey(row, rowIndex) : rowIndex} role={as("row")}>
              {columns.map((column, index) =>
                column.names ? (
                  <th key={index} scope="row" role={as("rowheader")} data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={index} role={as("cell")} data-align={column.align} data-tight={column.tight} data-label={labelOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}
