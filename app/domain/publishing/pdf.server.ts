import { setImmediate } from "node:timers/promises";
import type * as Mupdf from "mupdf";
import { done, refuse } from "../outcome.ts";
import { type Box, documentMaxBytes, documentMaxPages } from "./vocabulary.ts";

const dotsPerInch = 150;
const scale = dotsPerInch / 72;
/** Nobody needs a wall poster; a page that unfolds to more pixels is an attack. */
const maxPixelsPerPage = 12_000_000;
/** Letters reach a little over what a search says of their place; percent of the page. */
const rim = 0.3;

/** The engine is ten megabytes: it is loaded when the first document comes. */
const engine = (): Promise<typeof Mupdf> => import("mupdf");

export type ReadPdf = { /** The words of each page. */ texts: string[] };

/**
 * Opens a PDF and reads the words of every page. Fails closed: what is encrypted, broken, too large, too long, or has a
 * page without words that can be read is refused, because nobody could look it through for personal data.
 */
export async function readPdf(content: Buffer) {
  if (content.length > documentMaxBytes) return refuse("pdf.too_large", { megabytes: documentMaxBytes / 1024 / 1024 });
  return withPdf(content, async (pdf) => {
    const texts: string[] = [];
    for (let index = 0; index < pdf.countPages(); index++) {
      await setImmediate();
      const text = pdf.loadPage(index).toStructuredText("preserve-whitespace").asText().normalize("NFC");
      if (!/[\p{L}\p{N}]/u.test(text) || text.includes("\uFFFD")) return refuse("pdf.no_text", { page: index + 1 });
      texts.push(text);
    }
    return done<ReadPdf>({ texts });
  });
}

/** Where these words stand, as boxes: page from 1, percent of the page. Words that are found nowhere have no box. */
export async function locateWords(content: Buffer, needle: string) {
  return withPdf(content, async (pdf) => {
    const boxes: Box[] = [];
    for (let index = 0; index < pdf.countPages(); index++) {
      await setImmediate();
      const page = pdf.loadPage(index);
      const [left, top, right, bottom] = page.getBounds();
      const [width, height] = [right - left, bottom - top];
      for (const quad of page.search(needle, "").flat()) {
        const xs = [quad[0], quad[2], quad[4], quad[6]];
        const ys = [quad[1], quad[3], quad[5], quad[7]];
        const [x, y] = [((Math.min(...xs) - left) / width) * 100 - rim, ((Math.min(...ys) - top) / height) * 100 - rim];
        boxes.push(
          within({
            page: index + 1,
            x,
            y,
            width: ((Math.max(...xs) - Math.min(...xs)) / width) * 100 + 2 * rim,
            height: ((Math.max(...ys) - Math.min(...ys)) / height) * 100 + 2 * rim,
          }),
        );
      }
    }
    return done(boxes);
  });
}

/** One page as a picture (PNG, 150 dpi), with the boxes black, as it will be published. @param number from 1 */
export async function renderPage(content: Buffer, number: number, boxes: readonly Box[]) {
  return withPdf(content, async (pdf, mupdf) => {
    if (!Number.isInteger(number) || number < 1 || number > pdf.countPages()) return refuse("pdf.broken");
    const pixmap = paint(mupdf, pdf, number, boxes);
    return pixmap.ok ? done(Buffer.from(pixmap.value.asPNG())) : pixmap;
  });
}

/**
 * A new PDF whose pages are pictures of the old ones with the boxes black: no words, no metadata, no attachments, no
 * scripts. It is opened again and looked through before it is given; what is not clean is refused.
 */
export async function redactPdf(content: Buffer, boxes: readonly Box[]) {
  return withPdf(content, async (pdf, mupdf) => {
    const made = new mupdf.PDFDocument();
    try {
      const pages = pdf.countPages();
      for (let number = 1; number <= pages; number++) {
        await setImmediate();
        const pixmap = paint(mupdf, pdf, number, boxes);
        if (!pixmap.ok) return pixmap;
        const [width, height] = [pixmap.value.getWidth() / scale, pixmap.value.getHeight() / scale];
        const image = made.addImage(new mupdf.Image(pixmap.value.asJPEG(82)));
        pixmap.value.destroy();
        const page = made.addPage([0, 0, width, height], 0, { XObject: { Page: image } }, `q ${width} 0 0 ${height} 0 0 cm /Page Do Q`);
        made.insertPage(-1, page);
      }
      const bytes = Buffer.from(made.saveToBuffer("compress,garbage").asUint8Array());
      return isClean(mupdf, bytes, pages) ? done(bytes) : refuse("pdf.not_clean");
    } finally {
      made.destroy();
    }
  });
}

function paint(mupdf: typeof Mupdf, pdf: Mupdf.PDFDocument, number: number, boxes: readonly Box[]) {
  const page = pdf.loadPage(number - 1);
  const [left, top, right, bottom] = page.getBounds();
  if ((right - left) * scale * (bottom - top) * scale > maxPixelsPerPage) return refuse("pdf.too_large_page", { page: number });
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true);
  const pixels = pixmap.getPixels();
  const [wide, high, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()];
  for (const box of boxes) {
    if (box.page !== number) continue;
    const from = Math.max(0, Math.floor((box.x / 100) * wide));
    const to = Math.min(wide, Math.ceil(((box.x + box.width) / 100) * wide));
    const last = Math.min(high, Math.ceil(((box.y + box.height) / 100) * high));
    for (let row = Math.max(0, Math.floor((box.y / 100) * high)); row < last; row++) pixels.fill(0, row * stride + from * 3, row * stride + to * 3);
  }
  return done(pixmap);
}

/** Opened anew: as many pages, not one word, nothing beside the pages. */
function isClean(mupdf: typeof Mupdf, bytes: Buffer, pages: number): boolean {
  const again = new mupdf.PDFDocument(bytes);
  try {
    if (again.countPages() !== pages || again.needsPassword()) return false;
    const trailer = again.getTrailer();
    const root = trailer.get("Root");
    if (!trailer.get("Info").isNull() || ["Names", "OpenAction", "AA", "AcroForm", "Metadata"].some((key) => !root.get(key).isNull())) return false;
    for (let index = 0; index < pages; index++) if (again.loadPage(index).toStructuredText("").asText().trim() !== "") return false;
    return true;
  } finally {
    again.destroy();
  }
}

async function withPdf<Answer>(content: Buffer, work: (pdf: Mupdf.PDFDocument, mupdf: typeof Mupdf) => Promise<Answer>) {
  // By its first bytes: the engine would open pictures and books as well.
  if (!content.subarray(0, 1024).includes("%PDF-")) return refuse("pdf.not_a_pdf");
  const mupdf = await engine();
  let pdf: Mupdf.PDFDocument | undefined;
  try {
    pdf = new mupdf.PDFDocument(content);
    if (pdf.needsPassword() || !pdf.getTrailer().get("Encrypt").isNull()) return refuse("pdf.encrypted");
    const pages = pdf.countPages();
    if (pages === 0) return refuse("pdf.broken");
    if (pages > documentMaxPages) return refuse("pdf.too_many_pages", { most: documentMaxPages });
    return await work(pdf, mupdf);
  } catch {
    // The engine's own words are of no use to an official: it is no document we can read to its end.
    return refuse("pdf.broken");
  } finally {
    pdf?.destroy();
  }
}

const within = (box: Box): Box => {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  return { page: box.page, x, y, width: Math.min(100 - x, box.x + box.width - x), height: Math.min(100 - y, box.y + box.height - y) };
};
