import type { Language } from "#app/domain/content/vocabulary.ts";

/** Null is a number that is not shown or does not exist; every renderer writes a dash. */
export type ReportCell = string | number | null;

/** `count`: whole numbers. `percent`: 0–100 with two decimals, the sign stands in the header. */
export type ReportColumn = { readonly header: string; readonly kind: "text" | "count" | "percent" };

export type ReportTable = {
  /** Latin letters, digits and hyphens; names the table's anchor and its worksheet. */
  readonly id: string;
  readonly caption: string;
  /** Name of the worksheet, at most 31 characters. */
  readonly sheet: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Rows with the same first cell stand one after the other: on paper it is written once. */
  readonly grouped?: true;
  readonly note?: string | undefined;
};

export type ReportChart = { readonly id: string; readonly caption: string };

export type ReportSection = {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTable[];
};

/** A report in one language, without any form: the print page, DOCX and XLSX are made of the same one. */
export type ReportDocument = {
  readonly lang: Language;
  readonly authority: string;
  readonly kicker: string;
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  readonly sections: readonly ReportSection[];
  /** Where it was made from, and when its numbers were fixed; at the foot of every page. */
  readonly source: string;
};
