import type { Language } from "../content/vocabulary.ts";
import type { Codebook } from "./codebook.ts";

/** Bytes that SPSS keeps of the label of a variable, and of that of a value. */
const labelMost = 255;
const valueLabelMost = 119;
/** A line of syntax may hold 256 bytes; longer texts are written in pieces that SPSS puts together. */
const pieceMost = 200;

type Column = Codebook["columns"][number];

/**
 * The SPSS (and PSPP) syntax that reads the CSV file of a round’s answers, names its variables and values, and says which
 * values are no answer. UTF-8 with CRLF. Labels longer than SPSS keeps end in “…”; the codebook has them whole.
 * @param file name of the CSV file, in the folder SPSS works in
 */
export function spssSyntax({ title, columns }: Codebook, lang: Language, file: string): string {
  const say = (words: { vi: string; en: string | null }) => (lang === "en" ? (words.en ?? words.vi) : words.vi);
  const labelled = columns.filter(({ values }) => values.length > 0);
  const withMissing = columns.filter(({ missing }) => missing.length > 0);
  const lines = [
    "* Encoding: UTF-8.",
    `* ${say(title)
      .replaceAll(/[\r\n]+/g, " ")
      .replace(/\.+$/, "")}.`,
    "",
    "GET DATA",
    "  /TYPE=TXT",
    `  /FILE=${quoted(file)}`,
    "  /ENCODING='UTF8'",
    "  /ARRANGEMENT=DELIMITED",
    "  /DELCASE=LINE",
    "  /FIRSTCASE=2",
    "  /DELIMITERS=','",
    "  /QUALIFIER='\"'",
    "  /VARIABLES=",
    ...columns.map((column) => `    ${column.variable} ${formatOf(column)}`),
    "  .",
    "",
    "VARIABLE LABELS",
    ...separated(columns.map((column) => [column.variable, ...pieces(cut(say(column.label), labelMost))])),
    "",
    "VALUE LABELS",
    ...separated(
      labelled.map(({ variable, values }) => [
        variable,
        ...values.flatMap(({ value, label }) => {
          const [first = "''", ...rest] = pieces(cut(say(label), valueLabelMost));
          return [`${typeof value === "number" ? value : quoted(value)} ${first}`, ...rest];
        }),
      ]),
    ),
    "",
    ...withMissing.map(({ variable, missing }) => `MISSING VALUES ${variable} (${missing.join(", ")}).`),
    ...columns.map(({ variable, level }) => `VARIABLE LEVEL ${variable} (${level.toUpperCase()}).`),
    "",
    "EXECUTE.",
    "",
  ];
  return lines.join("\r\n");
}

/** Wide enough for every text of the column, in bytes. */
function formatOf({ type, values }: Column): string {
  if (type === "number") return "F8.0";
  return `A${Math.max(20, ...values.map(({ value }) => Buffer.byteLength(String(value))))}`;
}

/** Statements of one command: each after the first begins with a slash, the last ends with a dot. */
function separated(statements: readonly (readonly string[])[]): string[] {
  return statements.flatMap(([name = "", ...rest], index) => {
    const lines = [`  ${index > 0 ? "/" : ""}${name}`, ...rest.map((line) => `    ${line}`)];
    return index === statements.length - 1 ? [...lines, "  ."] : lines;
  });
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The text within so many bytes, cut at a word. */
function cut(text: string, bytes: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (Buffer.byteLength(line) <= bytes) return line;
  let short = line;
  while (Buffer.byteLength(`${short}…`) > bytes) short = short.replace(/\s*\S+$/, "") || short.slice(0, -1);
  return `${short}…`;
}

/** A quoted text in lines that are short enough, put together by `+`. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > pieceMost) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  parts.push(part);
  return parts.map((one, index) => (index === 0 ? quoted(one) : `+ ${quoted(one)}`));
}
