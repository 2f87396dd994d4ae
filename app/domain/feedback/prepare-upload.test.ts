import sharp from "sharp";
import { expect, test } from "vitest";
import { prepareUpload, prepareUploads } from "./prepare-upload.server.ts";

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: "#0B5C63" } });

test("a photo is encoded anew: upright, small enough, without camera or place", async () => {
  const content = await picture(3000, 1500)
    .withExif({ IFD0: { Make: "May anh mau", Software: "bi mat" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "12/1 30/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(content).metadata()).exif).toBeDefined();

  const prepared = await prepareUpload(content, "../../bí mật\n.jpg");
  if (!prepared.ok) throw new Error(prepared.code);
  const { value } = prepared;
  expect(value).toMatchObject({ mime: "image/jpeg", width: 1200, height: 2400, fileName: ".. .. bí mật .jpg" });
  const metadata = await sharp(value.content).metadata();
  expect([metadata.exif, metadata.iptc, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(value.content.toString("latin1")).not.toContain("bi mat");
});

test("PNG and WebP become WebP; the name of the file does not matter", async () => {
  for (const content of [await picture().png().toBuffer(), await picture().webp().toBuffer()]) {
    expect(await prepareUpload(content, "anh.html")).toMatchObject({ ok: true, value: { mime: "image/webp", width: 40, height: 20 } });
  }
});

test("a page, a drawing with script, a document or a torn photo is not a photo", async () => {
  const png = await picture().png().toBuffer();
  const disguised = [
    Buffer.from("<!doctype html><script>alert(1)</script>"),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    Buffer.from("%PDF-1.7\n1 0 obj"),
    Buffer.from("GIF89a"),
    Buffer.alloc(0),
    Buffer.concat([png.subarray(0, 16), Buffer.from("<html><script>alert(1)</script></html>")]),
    png.subarray(0, png.length - 20),
  ];
  for (const content of disguised) expect(await prepareUpload(content, "anh.png")).toEqual({ ok: false, code: "upload.not_an_image" });
});

test("what hides behind a whole photo does not get in", async () => {
  const content = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
  const prepared = await prepareUpload(content, "anh.jpg");
  expect(prepared.ok && prepared.value.content.toString("latin1")).not.toContain("script");
});

test("more than ten megabytes, or more pixels than a camera has, is refused", async () => {
  expect(await prepareUpload(Buffer.alloc(10 * 1024 * 1024 + 1), "anh.jpg")).toEqual({
    ok: false,
    code: "upload.too_large",
    details: { megabytes: 10 },
  });
  const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await prepareUpload(bomb, "anh.png")).toEqual({ ok: false, code: "upload.not_an_image" });
});

test("five photos at most", async () => {
  const content = await picture().jpeg().toBuffer();
  const six = Array.from({ length: 6 }, () => ({ content, fileName: "anh.jpg" }));
  expect(await prepareUploads(six)).toEqual({ ok: false, code: "upload.too_many", details: { most: 5 } });
  expect(await prepareUploads(six.slice(1))).toMatchObject({ ok: true, value: { length: 5 } });
});
