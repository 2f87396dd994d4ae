import ExcelJS from "exceljs";
import JSZip from "jszip";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPng } from "./draw-png.server.ts";
import { reportDocx } from "./report-docx.server.ts";
import type { ReportDocument, ReportTable } from "./report-document.ts";
import { reportWorkbook } from "./report-workbook.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const table: ReportTable = {
  id: "units",
  caption: "Chỉ số của từng đơn vị",
  sheet: "Đơn vị",
  columns: [
    { header: "=Đơn vị", kind: "text" },
    { header: "Số phiếu (n)", kind: "count" },
    { header: "Hài lòng (%)", kind: "percent" },
  ],
  rows: [
    ['=HYPERLINK("http://a.example")', 1204, 87.4],
    ["Phòng Ba", null, null],
  ],
  note: "Dấu gạch: không công bố.",
};
const report: ReportDocument = {
  lang: "vi",
  authority: "Ban Quản lý Khu kinh tế Vân Phong",
  kicker: "Báo cáo: kết quả [2026]",
  title: "Khảo sát mức độ hài lòng <quý II> & III",
  facts: [{ term: "Mục tiêu", detail: "83 %" }],
  sections: [
    {
      id: "units",
      title: "Theo đơn vị",
      paragraphs: ["Ý kiến của người tự trả lời."],
      charts: [{ id: "units", caption: "Biểu đồ đơn vị" }],
      tables: [table],
    },
    { id: "again", title: "Lại theo đơn vị", paragraphs: [], charts: [], tables: [table] },
  ],
  source: "Làm từ cổng",
};

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  return book;
}

test("a workbook holds real numbers, and no text or header that a spreadsheet would run", async () => {
  const book = await readWorkbook(await reportWorkbook(report, now));
  const sheet = book.getWorksheet("Đơn vị");
  expect(sheet?.getRow(2).values).toEqual([undefined, "'=Đơn vị", "Số phiếu (n)", "Hài lòng (%)"]);
  expect(sheet?.getCell("A3").value).toBe('\'=HYPERLINK("http://a.example")');
  expect([sheet?.getCell("B3").value, sheet?.getCell("C3").value]).toEqual([1204, 87.4]);
  expect([sheet?.getCell("B3").type, sheet?.getCell("C3").numFmt]).toEqual([ExcelJS.ValueType.Number, "0.00"]);
  expect(sheet?.getCell("C4").value).toBeNull();
  book.eachSheet((one) => one.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula))));
});

test("worksheets of the same name are told apart, and names hold nothing that Excel refuses", async () => {
  const book = await readWorkbook(await reportWorkbook(report, now));
  expect(book.worksheets.map(({ name }) => name)).toEqual(["Báo cáo: kết quả [2026]".replace(/[[\]:]/g, " ").trim(), "Đơn vị", "Đơn vị (2)"]);
});

test("a report in DOCX holds every text and number of its tables, and its charts with a description", async () => {
  const png = await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="700" height="200"><rect width="700" height="200"/></svg>');
  const zip = await JSZip.loadAsync(await reportDocx(report, new Map([["units", [{ png, width: 700, height: 200 }]]])));
  const body = (await zip.file("word/document.xml")?.async("string")) ?? "";
  for (const text of ["Khảo sát mức độ hài lòng &lt;quý II&gt; &amp; III", "1.204", "87,40", "–", "Phòng Ba", "Dấu gạch: không công bố."])
    expect(body).toContain(text);
  expect(body).toContain('descr="Biểu đồ đơn vị"');
  expect(body).toContain("<w:tblHeader/>");
  expect(Object.keys(zip.files).filter((name) => name.endsWith(".png"))).toHaveLength(1);
});

test("a chart that was not drawn is left out and its table stays", async () => {
  const zip = await JSZip.loadAsync(await reportDocx(report, new Map()));
  const body = (await zip.file("word/document.xml")?.async("string")) ?? "";
  expect(body).not.toContain("Biểu đồ đơn vị");
  expect(body).toContain("Phòng Ba");
});

test("a picture is drawn in the portal's own face at twice its size, Vietnamese letters and all", async () => {
  const svg = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><rect width="300" height="60" fill="#fff"/><text x="10" y="40" font-size="30" font-family="Be Vietnam Pro">${text}</text></svg>`;
  const png = await drawPng(svg("ẾỮỠđ"));
  expect(await sharp(png).metadata()).toMatchObject({ width: 600, height: 120 });
  // Letters that a face lacks all look alike: an empty box.
  const [one, other, box] = await Promise.all(["Ế", "Ữ", "\u{F0000}"].map(async (letter) => Buffer.from(await drawPng(svg(letter)))));
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  expect(one?.equals(box ?? Buffer.alloc(0))).toBe(false);
  await expect(drawPng("no picture")).rejects.toThrow("SVG");
});
