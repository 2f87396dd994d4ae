import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";
import { formatNumber } from "#app/i18n/format.ts";
import type { ReportCell, ReportColumn, ReportDocument, ReportSection, ReportTable } from "./report-document.ts";

/** A chart drawn as PNG; `width` and `height` in CSS pixels of the drawing. */
export type ReportPicture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const face = "Times New Roman";
/** Millimetres in twentieths of a point. Margins after Decree 30/2020, appendix I: 20 top and bottom, 30 left, 15–20 right. */
const mm = (length: number) => Math.round((length * 1440) / 25.4);
/** What is between the margins of an upright A4 page: in CSS pixels for pictures, and in twentieths of a point for tables. */
const textWidth = 600;
const textHeight = 900;
const tableWidth = mm(210 - 30 - 18);

/**
 * The report as DOCX, A4, set as Decree 30/2020/NĐ-CP sets an official paper (Times New Roman 13, its margins, page
 * numbers). Tables repeat their head on every page.
 * @param pictures the charts by id, some in several parts; a chart without a picture is left out, its table is always there
 */
export async function reportDocx(report: ReportDocument, pictures: ReadonlyMap<string, readonly ReportPicture[]>): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    creator: report.authority,
    title: report.title,
    styles: {
      default: {
        document: { run: { font: face, size: 26, language: { value: report.lang === "vi" ? "vi-VN" : "en-GB" } } },
        heading1: { run: { font: face, size: 28, bold: true, color: "000000" }, paragraph: { spacing: { before: 360, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18) },
          },
        },
        footers: { default: footer(report) },
        children: [...head(report), ...report.sections.flatMap((section) => sectionOf(report, section, pictures))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function head(report: ReportDocument): (Paragraph | Table)[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: report.authority.toLocaleUpperCase(report.lang), bold: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 360 },
      children: [new TextRun({ text: report.kicker.toLocaleUpperCase(report.lang), bold: true, size: 28 })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: report.title, bold: true, size: 28 })],
    }),
    ...report.facts.map(
      ({ term, detail }) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(detail)],
        }),
    ),
  ];
}

function sectionOf(report: ReportDocument, section: ReportSection, pictures: ReadonlyMap<string, readonly ReportPicture[]>): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(section.title)] }),
    ...section.paragraphs.map(
      (text) => new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: { after: 120 }, children: [new TextRun(text)] }),
    ),
    ...section.charts.flatMap(({ id, caption }) => (pictures.get(id) ?? []).map((drawn) => picture(drawn, caption))),
    ...section.tables.flatMap((table) => tableOf(report, table)),
  ];
}

function picture(drawn: ReportPicture, caption: string): Paragraph {
  const scale = Math.min(1, textWidth / drawn.width, textHeight / drawn.height);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new ImageRun({
        type: "png",
        data: drawn.png,
        transformation: { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) },
        altText: { name: caption, title: caption, description: caption },
      }),
    ],
  });
}

/** More columns than this are set smaller and closer. */
const looseColumns = 7;
const narrowestText = 1800;

/** Widths of the columns in twentieths of a point: a number gets what it needs, texts share the rest by how long they are. */
function columnWidths({ columns, rows }: ReportTable): number[] {
  const number = columns.length <= 5 ? 1250 : columns.length <= looseColumns ? 1050 : 700;
  const texts = columns.filter(({ kind }) => kind === "text").length;
  const free = Math.max(tableWidth - number * (columns.length - texts), narrowestText * texts);
  const lengths = columns.map(({ kind, header }, index) => {
    if (kind !== "text") return 0;
    const cells = rows.map((cells) => String(cells[index] ?? "").length);
    return Math.min(60, Math.max(24, header.length, cells.reduce((sum, length) => sum + length, 0) / Math.max(1, cells.length)));
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const widths = lengths.map((length) => (length === 0 ? number : (free * length) / all));
  const scale = tableWidth / widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.floor(width * scale));
}

function tableOf(report: ReportDocument, table: ReportTable): (Paragraph | Table)[] {
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun({ text: table.caption, italics: true })],
  });
  const widths = columnWidths(table);
  const dense = table.columns.length > looseColumns;
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: table.columns.map((column, index) => cellOf(column, column.header, { bold: true, dense, width: widths[index] ?? 0 })),
    }),
    ...table.rows.map((cells, row) => {
      const goesOn = table.grouped === true && row > 0 && table.rows[row - 1]?.[0] === cells[0];
      return new TableRow({
        cantSplit: true,
        children: table.columns.map((column, index) => {
          const merge = table.grouped && index === 0 ? (goesOn ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART) : undefined;
          const text = merge === VerticalMergeType.CONTINUE ? "" : words(report, column, cells[index] ?? null);
          return cellOf(column, text, { dense, width: widths[index] ?? 0, merge });
        }),
      });
    }),
  ];
  const note = table.note ? [new Paragraph({ spacing: { before: 60 }, children: [new TextRun({ text: table.note, size: 22 })] })] : [];
  const wide = { size: tableWidth, type: WidthType.DXA };
  return [caption, new Table({ width: wide, columnWidths: widths, layout: TableLayoutType.FIXED, rows }), ...note];
}

type CellLook = { bold?: boolean; dense: boolean; width: number; merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType] | undefined };

function cellOf(column: ReportColumn, text: string, { bold = false, dense, width, merge }: CellLook): TableCell {
  const side = dense ? 40 : 80;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(merge ? { verticalMerge: merge } : {}),
    margins: { top: 40, bottom: 40, left: side, right: side },
    children: [
      new Paragraph({
        alignment: column.kind === "text" ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text, bold, size: dense ? 18 : 22 })],
      }),
    ],
  });
}

function words({ lang }: ReportDocument, { kind }: ReportColumn, cell: ReportCell): string {
  if (cell === null) return "–";
  return typeof cell === "string" ? cell : formatNumber(lang, cell, kind === "percent" ? 2 : 0);
}

function footer(report: ReportDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 22 }), new TextRun({ text: ` · ${report.source}`, size: 20 })],
      }),
    ],
  });
}
