import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { done, refuse } from "../outcome.ts";
import { cleanText } from "./schemas.ts";
import { attachmentMaxBytes, maxAttachments } from "./vocabulary.ts";

/** A photo made safe to keep: decoded and encoded anew, turned upright, without EXIF, place or camera. */
export type PreparedUpload = {
  fileName: string;
  mime: "image/jpeg" | "image/webp";
  content: Buffer;
  width: number;
  height: number;
  /** Of what came in, so that a retry is known as the same. */
  receivedSha256: string;
};

const taken = new Set(["image/jpeg", "image/png", "image/webp", "image/heic"]);
const longestSide = 2400;
/** More pixels than any telephone's camera has; a small file that unfolds to more is an attack. */
const maxPixels = 60_000_000;

/**
 * Looks at the bytes, not at the name or the browser's word. Only photos are taken; what does not decode to the last
 * line is refused, so a page or script that pretends to be one never gets in.
 */
export async function prepareUpload(content: Buffer, fileName: string) {
  if (content.length > attachmentMaxBytes) return refuse("upload.too_large", { megabytes: attachmentMaxBytes / 1024 / 1024 });
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  if (!type || !taken.has(type.mime)) return refuse("upload.not_an_image");

  const mime = type.mime === "image/jpeg" || type.mime === "image/heic" ? "image/jpeg" : "image/webp";
  const picture = sharp(content, { limitInputPixels: maxPixels, failOn: "error" })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
  const encoded = mime === "image/jpeg" ? picture.jpeg({ quality: 82, mozjpeg: true }) : picture.webp({ quality: 84 });
  try {
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    const prepared: PreparedUpload = {
      fileName:
        cleanText(fileName)
          .replace(/[\\/\n\t]/g, " ")
          .slice(-200) || "anh",
      mime,
      content: data,
      width: info.width,
      height: info.height,
      receivedSha256: createHash("sha256").update(content).digest("hex"),
    };
    return done(prepared);
  } catch {
    // The decoder's own words are of no use to the sender: it is no photo we can read.
    return refuse("upload.not_an_image");
  }
}

/** Several photos, one after the other to keep memory flat. The first that is refused refuses all. */
export async function prepareUploads(list: readonly { content: Buffer; fileName: string }[]) {
  if (list.length > maxAttachments) return refuse("upload.too_many", { most: maxAttachments });
  const prepared: PreparedUpload[] = [];
  for (const { content, fileName } of list) {
    const one = await prepareUpload(content, fileName);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  return done(prepared);
}
