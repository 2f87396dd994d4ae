import { stringify } from "csv-stringify/sync";
import { weightOf } from "#app/i18n/caller-language.ts";

/** A cell: text is defanged; numbers and yes/no are written as they are. */
export type Cell = string | number | boolean | null | undefined;

/** U+FEFF: tells Excel that the file is UTF-8, without which Vietnamese letters break. */
const byteOrderMark = "\uFEFF";

/**
 * Text that a spreadsheet would run begins with one of these, perhaps after blanks and invisible characters. NFKD turns
 * the full-width and small look-alikes (＝ ＋ － ＠ ﹦ ﹢ ﹣ ﹫) into them; U+2212 is the mathematical minus.
 */
const startsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@\t\r\n\u2212]/u;

/** The text with a leading `'` when a spreadsheet might take it for a formula; else as it is. */
export function defang(text: string): string {
  return startsFormula.test(text.normalize("NFKD")) ? `'${text}` : text;
}

const toCell = (cell: Cell): string | number => {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "true" : "false";
  return typeof cell === "number" ? cell : defang(cell);
};

/** Lines of CSV (RFC 4180, CRLF). */
export const toCsvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0
    ? ""
    : stringify(
        rows.map((row) => row.map(toCell)),
        { record_delimiter: "windows" },
      );

/**
 * A CSV file that is made while it is sent, one batch of rows at a time, so that its size does not matter. `batches` is
 * asked for the next one only when the reader has taken the last.
 */
export function streamCsv(headers: readonly string[], batches: AsyncIterator<readonly (readonly Cell[])[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(encoder.encode(byteOrderMark + toCsvLines([headers])));
          return;
        }
        for (;;) {
          const batch = await batches.next();
          if (batch.done) return controller.close();
          if (batch.value.length === 0) continue;
          return controller.enqueue(encoder.encode(toCsvLines(batch.value)));
        }
      },
      async cancel() {
        await batches.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** True when the caller's `Accept` names `text/csv` and likes nothing that we also have better. */
export function prefersCsv(accept: string | null): boolean {
  const wishes = (accept ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish) => {
      const [type = "", ...parameters] = wish.split(";").map((part) => part.trim().toLowerCase());
      return { type, weight: weightOf(parameters) };
    });
  const csv = wishes.findIndex(({ type }) => type === "text/csv");
  const json = wishes.findIndex(({ type }) => type === "application/json");
  const [csvWish, jsonWish] = [wishes[csv], wishes[json]];
  if (!csvWish || csvWish.weight === 0) return false;
  if (!jsonWish || csvWish.weight > jsonWish.weight) return true;
  return csvWish.weight === jsonWish.weight && csv < json;
}
