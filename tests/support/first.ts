/** The first of some rows a test counts on. @throws when there is none, so that the test fails where the reason is. */
export function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("There is nothing where the test expects something");
  return row;
}
