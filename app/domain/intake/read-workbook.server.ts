import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { done, refuse } from "../outcome.ts";

/** Lines of the first sheet of an Excel workbook that has any: formulas by what they showed last, days as ISO text. */
export async function readWorkbook(content: Buffer, unpackedMostBytes: number) {
  if (!unpacksWithin(content, unpackedMostBytes)) return refuse("import.broken");
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(content).buffer);
  } catch {
    // The reader's own words help nobody: the file is not whole.
    return refuse("import.broken");
  }
  const sheet = workbook.worksheets.find((one) => one.actualRowCount > 0);
  if (!sheet) return refuse("import.empty");
  const lines: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void cells.push(textOf(cell.value)));
    lines.push(cells);
  });
  return done(lines);
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, 16)
      .replace("T", " ")
      .replace(/ 00:00$/, "");
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return textOf(value.text);
  if ("result" in value) return textOf(value.result);
  return "";
}

/**
 * True when the parts of a ZIP file, unpacked one by one, stay within `most` bytes together: what its directory says of
 * their size is not believed.
 */
function unpacksWithin(zip: Buffer, most: number): boolean {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > zip.length) return false;
  let at = zip.readUInt32LE(end + 16);
  let left = most;
  try {
    for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries -= 1) {
      const packed = zip.readUInt16LE(at + 10) !== 0;
      const size = zip.readUInt32LE(at + 20);
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const part = zip.subarray(from, from + size);
      left -= packed ? inflateRawSync(part, { maxOutputLength: Math.max(1, left) }).length : part.length;
      if (left < 0) return false;
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
  } catch {
    // Too much, or no whole ZIP file.
    return false;
  }
  return true;
}
