import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { done, refuse } from "../outcome.ts";

/** Lines of a CSV file. UTF-8, or UTF-16 as Excel writes “Unicode text”; commas, semicolons or tabs between cells. */
export async function readCsv(content: Buffer) {
  const text = decode(content);
  if (text === undefined) return refuse("import.not_utf8");
  // No text has NUL in it: it is some other kind of file.
  if (text.includes("\0")) return refuse("import.not_a_list");

  const workbook = new ExcelJS.Workbook();
  try {
    const sheet = await workbook.csv.read(Readable.from([text]), {
      map: (cell: unknown) => cell,
      parserOptions: { delimiter: delimiterOf(text), ignoreEmpty: false },
    });
    const lines: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
      lines.push(Array.from(cells, (cell) => (typeof cell === "string" ? cell : "")));
    });
    return done(lines);
  } catch {
    // A quote that is never closed, and the like: the reader's own words help nobody.
    return refuse("import.broken");
  }
}

function decode(content: Buffer): string | undefined {
  const utf16 = content[0] === 0xff && content[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The sign that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, 4000);
  const times = (sign: string) => beginning.split(sign).length;
  return [",", ";", "\t"].toSorted((a, b) => times(b) - times(a))[0] ?? ",";
}
