import type { ReactNode } from "react";

export type Column<Row> = {
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end so that their digits line up. */
  align?: "end" | undefined;
  /** The cell that names its row. */
  names?: boolean | undefined;
};

/** A table that scrolls sideways by itself, by finger and by keyboard, and is announced by its caption. */
export function Table<Row>({
  id,
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  foot,
}: {
  id: string;
  caption: ReactNode;
  hideCaption?: boolean | undefined;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey?: ((row: Row, index: number) => string | number) | undefined;
  foot?: ReactNode;
}) {
  return (
    <div className="table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className="data-table" id={id}>
        <caption id={`${id}-caption`} className={hideCaption ? "seen-only-by-ear" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowKey ? rowKey(row, rowIndex) : rowIndex}>
              {columns.map((column, index) =>
                column.names ? (
                  <th key={index} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={index} data-align={column.align}>
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
