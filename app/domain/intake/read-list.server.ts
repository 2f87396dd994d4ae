import { fileTypeFromBuffer } from "file-type";
import { cleanText } from "../feedback/schemas.ts";
import { done, refuse } from "../outcome.ts";
import { findHeadings } from "./guess-columns.ts";
import { readCsv } from "./read-csv.server.ts";
import { readWorkbook } from "./read-workbook.server.ts";
import { importMaxBytes, importMaxColumns, importMaxRows } from "./vocabulary.ts";

/** A list as it was read: every cell as text. `firstLine`: the line of the file on which the first row stands. */
export type List = { headings: string[]; rows: string[][]; firstLine: number };

const workbookMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const cellMaxLength = 20_000;
/** A workbook unfolds to so many times the bytes a list may have; a small file that unfolds to more is an attack. */
const unpackedTimes = 8;

/** The longest list that is read, in bytes and rows. */
export type ListLimits = { bytes: number; rows: number };

/**
 * Reads a list, of a call centre unless other limits are given. What the file is, its bytes say, not its name. Lines above the headings (a title, a
 * period) are passed over, empty lines too. Refuses: `import.too_large`, `import.not_a_list`, `import.not_utf8`,
 * `import.broken`, `import.empty`, `import.too_many_rows`, `import.too_many_columns`.
 */
export async function readList(content: Buffer, most: ListLimits = { bytes: importMaxBytes, rows: importMaxRows }) {
  if (content.length > most.bytes) return refuse("import.too_large", { megabytes: most.bytes / 1024 / 1024 });
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  if (type && type.mime !== workbookMime) return refuse("import.not_a_list");
  const read = type ? await readWorkbook(content, most.bytes * unpackedTimes) : await readCsv(content);
  if (!read.ok) return read;

  const lines = read.value.map((cells) => cells.map((cell) => cleanText(cell.slice(0, cellMaxLength))));
  const at = findHeadings(lines);
  const headings = lines[at] ?? [];
  const width = headings.findLastIndex((heading) => heading !== "") + 1;
  if (width > importMaxColumns) return refuse("import.too_many_columns", { most: importMaxColumns });
  const rows = lines.slice(at + 1).map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ""));
  while (rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  if (width === 0 || rows.length === 0) return refuse("import.empty");
  if (rows.length > most.rows) return refuse("import.too_many_rows", { most: most.rows });
  return done<List>({ headings: headings.slice(0, width), rows, firstLine: at + 2 });
}
