import { deflateSync, inflateSync } from "node:zlib";
import * as mupdf from "mupdf";
import { expect, test } from "vitest";
import { locateWords, readPdf, redactPdf, renderPage } from "./pdf.server.ts";

const secret = "0912345678";

/** A letter of so many pages, with metadata, a script and the secret in its words. */
function letter({ pages = 1, words = `Lien he ${secret} de duoc huong dan`, save = "" } = {}): Buffer {
  const pdf = new mupdf.PDFDocument();
  const font = pdf.addSimpleFont(new mupdf.Font("Helvetica"));
  for (let n = 1; n <= pages; n++) {
    const shown = words ? `BT /F1 14 Tf 72 700 Td (Trang ${n}) Tj 0 -30 Td (${words}) Tj ET` : "0 0 10 10 re f";
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, shown));
  }
  pdf.setMetaData("info:Author", "Nguoi soan that");
  pdf.getTrailer().get("Root").put("OpenAction", { S: "JavaScript", JS: "app.alert(1)" });
  const bytes = Buffer.from(pdf.saveToBuffer(save).asUint8Array());
  pdf.destroy();
  return bytes;
}

/** Everything in the file, with its streams unpacked. */
function laidOpen(bytes: Buffer): string {
  let open = bytes.toString("latin1");
  for (const { 1: stream } of bytes.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    try {
      open += inflateSync(Buffer.from(stream ?? "", "latin1")).toString("latin1");
    } catch {
      // A picture, which is no packed text.
    }
  }
  return open;
}

const must = <Value>(outcome: { ok: true; value: Value } | { ok: false; code: string }): Value => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

test("a redacted rendition holds no word of the letter, no metadata and no script", async () => {
  const before = letter({ pages: 2 });
  expect(must(await readPdf(before)).texts[1]).toContain(secret);
  expect(laidOpen(before)).toContain(secret);
  const boxes = must(await locateWords(before, secret));
  expect(boxes.map(({ page }) => page)).toEqual([1, 2]);

  const after = must(await redactPdf(before, boxes));
  const open = laidOpen(after);
  for (const word of [secret, "huong dan", "Nguoi soan", "JavaScript", "OpenAction", "/Author"]) expect(open, word).not.toContain(word);
  expect(await readPdf(after)).toMatchObject({ ok: false, code: "pdf.no_text" });
  const again = new mupdf.PDFDocument(after);
  expect(again.countPages()).toBe(2);
  expect(again.getMetaData("info:Author") ?? "").toBe("");
});

test("what was marked is black in the picture, and what was not stays readable", async () => {
  const before = letter();
  const [box] = must(await locateWords(before, secret));
  if (!box) throw new Error("The number is not found");
  const darkness = (png: Buffer, { x, y, width, height }: typeof box) => {
    const pixmap = new mupdf.Image(png).toPixmap();
    const [wide, high] = [pixmap.getWidth(), pixmap.getHeight()];
    const pixels = pixmap.getPixels();
    let dark = 0;
    let all = 0;
    for (let row = Math.ceil((y / 100) * high); row < ((y + height) / 100) * high - 1; row++) {
      for (let column = Math.ceil((x / 100) * wide); column < ((x + width) / 100) * wide - 1; column++) {
        all++;
        if ((pixels[row * pixmap.getStride() + column * pixmap.getNumberOfComponents()] ?? 255) < 40) dark++;
      }
    }
    return dark / all;
  };
  expect(darkness(must(await renderPage(before, 1, [])), box)).toBeLessThan(0.6);
  expect(darkness(must(await renderPage(before, 1, [box])), box)).toBe(1);
});

test("an encrypted, broken, foreign, wordless or too long file is refused with its reason", async () => {
  expect(await readPdf(letter({ save: "encrypt=aes-256,user-password=mo,owner-password=chu" }))).toMatchObject({ code: "pdf.encrypted" });
  expect(await readPdf(letter({ save: "encrypt=aes-256,owner-password=chu" }))).toMatchObject({ code: "pdf.encrypted" });
  expect(await readPdf(Buffer.from("<html>khong phai</html>"))).toMatchObject({ code: "pdf.not_a_pdf" });
  expect(await readPdf(Buffer.concat([Buffer.from("%PDF-1.7\n"), deflateSync(Buffer.alloc(2000, 7))]))).toMatchObject({ code: "pdf.broken" });
  expect(await readPdf(letter({ words: "" }))).toMatchObject({ code: "pdf.no_text", details: { page: 1 } });
  expect(await readPdf(letter({ pages: 31 }))).toMatchObject({ code: "pdf.too_many_pages" });
  expect(await readPdf(Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({ code: "pdf.too_large" });
});
