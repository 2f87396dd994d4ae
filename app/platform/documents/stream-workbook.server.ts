import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { defang } from "../csv.server.ts";

type Cell = string | number | null;
type SheetOfRows = { name: string; headers: readonly string[]; rows: AsyncGenerator<readonly (readonly Cell[])[]> };

/**
 * An XLSX file that is made while it is sent, batch by batch. Numbers are numbers; texts and headers that a spreadsheet might
 * run are defanged. When the reader goes away no further rows are asked for.
 * @param now stands in the file's properties
 */
export function streamWorkbook(sheets: readonly SheetOfRows[], now: Date): ReadableStream<Uint8Array> {
  const stream = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  book.created = now;
  book.modified = now;
  const write = async () => {
    for (const { name, headers, rows } of sheets) {
      const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
      const head = sheet.addRow(headers.map(defang));
      head.font = { bold: true };
      head.commit();
      for await (const batch of rows) {
        if (stream.destroyed) return;
        for (const cells of batch) sheet.addRow(cells.map((cell) => (typeof cell === "string" ? defang(cell) : cell))).commit();
        await taken(stream);
      }
      sheet.commit();
    }
    await book.commit();
  };
  write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error("The workbook was not written", { cause: error })));
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

/** Waits until the reader took what was made, or went away. */
async function taken(stream: PassThrough): Promise<void> {
  // Another turn, so that rows on their way through the archive arrive.
  await new Promise((next) => setImmediate(next));
  if (!stream.writableNeedDrain || stream.destroyed) return;
  await new Promise<void>((next) => {
    stream.once("drain", next);
    stream.once("close", next);
  });
}
