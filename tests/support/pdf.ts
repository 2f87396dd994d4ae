import * as mupdf from "mupdf";

/** A PDF of one page with this line of plain letters on it. */
export function onePagePdf(line: string): Buffer {
  const pdf = new mupdf.PDFDocument();
  const font = pdf.addSimpleFont(new mupdf.Font("Helvetica"));
  pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, `BT /F1 14 Tf 72 700 Td (${line}) Tj ET`));
  return Buffer.from(pdf.saveToBuffer("").asUint8Array());
}
