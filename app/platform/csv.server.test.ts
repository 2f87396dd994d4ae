import { assert, constantFrom, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { type Cell, defang, prefersCsv, streamCsv, toCsvLines } from "./csv.server.ts";

const dangerous = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"];
const invisible = ["", " ", "\u00a0", "\u200b", "\u200f", "\ufeff", "\u0000", "\u00ad"];

async function* inBatches(batches: readonly (readonly (readonly Cell[])[])[]) {
  yield* batches;
}

async function textOf(stream: ReadableStream<Uint8Array>) {
  const bytes = await new Response(stream).arrayBuffer();
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** A reader of RFC 4180, written apart from the writer: what a spreadsheet would put into its cells. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === ",") {
      row.push(cell);
      cell = "";
    } else if (letter === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at += 1;
    } else cell += letter;
  }
  return rows;
}

test("no text that begins like a formula leaves without its apostrophe", () => {
  assert(
    property(tuple(constantFrom(...invisible), constantFrom(...dangerous), string({ unit: "grapheme" })), ([blank, sign, rest]) => {
      const text = blank + sign + rest;
      return defang(text) === `'${text}`;
    }),
  );
  expect(defang("=\u0338cmd")).toBe("'=\u0338cmd");
});

test("whatever is written, no cell of the opened file begins with a sign that starts a formula, and nothing is lost", () => {
  const cell = string({ unit: "binary" });
  assert(
    property(tuple(cell, cell, cell), (cells) => {
      const [opened = []] = readCsv(toCsvLines([cells]));
      expect(opened).toHaveLength(3);
      for (const [index, text] of opened.entries()) {
        expect(text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        expect([cells[index], `'${cells[index]}`]).toContain(text);
      }
    }),
  );
});

test("ordinary Vietnamese text, a lone apostrophe and an e-mail address are left as they are", () => {
  for (const text of ["Cấp giấy phép xây dựng", "'", "a@b.vn", "5 − 3 = 2", "", "2026-11-21"]) expect(defang(text)).toBe(text);
});

test("numbers stay numbers, also below zero, so that a spreadsheet can add them up", () => {
  expect(toCsvLines([[-3, 4.5, true, null, undefined]])).toBe("-3,4.5,true,,\r\n");
});

test("headers are defanged too, and the file says that it is UTF-8", async () => {
  const text = await textOf(streamCsv(["=cmd|' /C calc'!A0", "tên"], inBatches([[["Đơn vị", "a, b"]], [], [["x", 'nói "có"']]])));
  expect(text).toBe('\uFEFF\'=cmd|\' /C calc\'!A0,tên\r\nĐơn vị,"a, b"\r\nx,"nói ""có"""\r\n');
});

test("a batch is made only when the reader asks for it, and none after the reader left", async () => {
  let made = 0;
  let ended = false;
  async function* batches() {
    try {
      for (;;) {
        made += 1;
        yield [[made]];
      }
    } finally {
      ended = true;
    }
  }
  const reader = streamCsv(["n"], batches()).getReader();
  await reader.read();
  expect(made).toBe(0);
  await reader.read();
  expect(made).toBe(1);
  await reader.cancel();
  expect({ made, ended }).toEqual({ made: 1, ended: true });
});

test("CSV is given to those who ask for it, JSON to everybody else", () => {
  for (const accept of ["text/csv", "text/csv, */*;q=0.1", "application/json;q=0.5, text/csv", "TEXT/CSV;q=0.2", "text/csv,application/json"]) {
    expect(prefersCsv(accept), accept).toBe(true);
  }
  for (const accept of [null, "", "*/*", "application/json, text/csv", "text/csv;q=0", "text/csv;q=0.5,application/json", "text/html"]) {
    expect(prefersCsv(accept), String(accept)).toBe(false);
  }
});
