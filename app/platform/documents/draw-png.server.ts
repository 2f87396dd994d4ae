import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { madeOnce } from "./made-once.server.ts";

const require = createRequire(import.meta.url);
const faces = dirname(require.resolve("@expo-google-fonts/be-vietnam-pro/package.json"));
const fontFiles = ["400Regular/BeVietnamPro_400Regular.ttf", "600SemiBold/BeVietnamPro_600SemiBold.ttf"].map((file) => join(faces, file));

/** Pixels for each CSS pixel: sharp on paper and on dense screens. */
const zoom = 2;

const once = madeOnce<Uint8Array>(40);

/** An SVG as PNG, in the portal's face; no font of the machine is asked, so that every machine draws the same. Throws for what is no SVG. */
export const drawPng = (svg: string): Promise<Uint8Array> => once(svg, () => draw(svg));

async function draw(svg: string): Promise<Uint8Array> {
  const drawn = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Be Vietnam Pro" },
  });
  return drawn.asPng();
}
