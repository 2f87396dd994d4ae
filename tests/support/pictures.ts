import { randomBytes } from "node:crypto";
import sharp from "sharp";

/** A file as a browser's file field takes it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A photo as a phone takes it: with its maker and the place in it. */
export async function phonePhoto(): Promise<Upload> {
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: "#5fa8a3" } });
  const buffer = await picture
    .withExif({ IFD0: { Make: "May-anh-thu", Artist: "Ten-nguoi-chup" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "12/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
  return { name: "bien-nhan-ho-so.jpg", mimeType: "image/jpeg", buffer };
}

/** A right picture of 11 MB: noise cannot be compressed. */
export async function hugePhoto(): Promise<Upload> {
  const side = 2_000;
  const buffer = await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  if (buffer.byteLength < 11_000_000) throw new Error(`Only ${buffer.byteLength} bytes`);
  return { name: "anh-lon.png", mimeType: "image/png", buffer };
}

/** A page with a script that calls itself a picture. */
export function htmlAsPng(): Upload {
  return { name: "anh.png", mimeType: "image/png", buffer: Buffer.from("<!doctype html><script>alert(document.cookie)</script>") };
}
