import ExcelJS, { type Worksheet } from "exceljs";
import { defang } from "../csv.server.ts";
import type { ReportDocument, ReportTable } from "./report-document.ts";

const formats = { text: "@", count: "#,##0", percent: "0.00" } as const;

/**
 * The report as XLSX: a sheet of facts, then a sheet for each table. Numbers are numbers, never texts; texts and headers
 * that a spreadsheet might run are defanged; a number that is not shown is an empty cell.
 * @param now stands in the file's properties
 */
export async function reportWorkbook(report: ReportDocument, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  book.creator = report.authority;
  book.title = report.title;
  book.created = now;
  book.modified = now;

  const names = new Set<string>();
  addFacts(book.addWorksheet(sheetName(names, report.kicker)), report);
  for (const table of report.sections.flatMap(({ tables }) => tables)) addTable(book.addWorksheet(sheetName(names, table.sheet)), table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addFacts(sheet: Worksheet, { authority, title, facts, source }: ReportDocument): void {
  const widths = [34, 90];
  sheet.columns = widths.map((width) => ({ width }));
  Object.assign(sheet.pageSetup, onPaper);
  sheet.addRow([defang(authority)]);
  sheet.addRow([defang(title)]).font = { bold: true, size: 14 };
  sheet.addRow([]);
  for (const { term, detail } of facts) {
    const row = sheet.addRow([defang(term), defang(detail)]);
    row.getCell(1).font = { bold: true };
    row.alignment = { vertical: "top", wrapText: true };
    row.height = heightFor([term, detail], widths);
  }
  sheet.addRow([]);
  sheet.addRow([defang(source)]).font = { italic: true };
}

/** Printed: A4 lying, as wide as the page, however many pages long. */
const onPaper = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

/** Points that a row of wrapped texts needs; a spreadsheet that opens a file does not measure them. */
const heightFor = (texts: readonly string[], widths: readonly number[]): number =>
  15 * Math.max(1, ...texts.map((text, index) => Math.ceil((text.length * 1.1) / (widths[index] ?? 16))));

function addTable(sheet: Worksheet, { caption, columns, rows, note }: ReportTable): void {
  const widths = columns.map(({ kind }, index) => (kind === "text" ? (index === 0 ? 60 : 22) : 16));
  sheet.columns = widths.map((width) => ({ width }));
  Object.assign(sheet.pageSetup, onPaper);
  sheet.addRow([defang(caption)]).font = { bold: true, size: 12 };
  const head = sheet.addRow(columns.map(({ header }) => defang(header)));
  head.font = { bold: true };
  head.alignment = { vertical: "top", wrapText: true };
  head.height = heightFor(
    columns.map(({ header }) => header),
    widths,
  );
  head.eachCell((cell) => {
    cell.border = { bottom: { style: "thin" } };
  });
  for (const cells of rows) {
    const row = sheet.addRow(cells.map((cell) => (typeof cell === "string" ? defang(cell) : cell)));
    row.height = heightFor(
      cells.map((cell) => (typeof cell === "string" ? cell : "")),
      widths,
    );
    for (const [index, { kind }] of columns.entries()) {
      const cell = row.getCell(index + 1);
      cell.numFmt = formats[kind];
      cell.alignment = { vertical: "top", wrapText: kind === "text", horizontal: kind === "text" ? "left" : "right" };
    }
  }
  if (note) sheet.addRow([defang(note)]).font = { italic: true };
  sheet.views = [{ state: "frozen", ySplit: 2 }];
}

/** A worksheet's name: at most 31 characters, none of []:*?/\, and unlike every other. */
function sheetName(taken: Set<string>, wish: string): string {
  const clean = defang(wish.replace(/[[\]:*?/\\']/g, " ").trim()) || "–";
  for (let round = 1; ; round++) {
    const name = round === 1 ? clean.slice(0, 31) : `${clean.slice(0, 27)} (${round})`;
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
