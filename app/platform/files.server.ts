import { createReadStream } from "node:fs";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

/** Where uploaded files are kept. Keys are ours (random), never a visitor's file name. */
export type FileStore = {
  put(key: string, content: Buffer, mime: string): Promise<void>;
  /** The file as a stream, or undefined when there is none. */
  read(key: string): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | undefined>;
  remove(key: string): Promise<void>;
};

/** Files in a folder of this machine. */
export function folderStore(folder: string): FileStore {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    const path = resolve(join(root, key));
    if (!path.startsWith(root + sep)) throw new Error("A file key may not leave the store");
    return path;
  };
  return {
    async put(key, content) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { mode: 0o640 });
    },
    async read(key) {
      const path = pathOf(key);
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (!found?.isFile()) return undefined;
      return { stream: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, bytes: found.size };
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** Files in an S3-compatible store. @param url s3://bucket/prefix */
export function s3Store(url: string): FileStore {
  const { hostname: bucket, pathname } = new URL(url);
  const prefix = pathname.replace(/^\/|\/$/g, "");
  const client = new S3Client({});
  const at = (key: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key });
  return {
    async put(key, content, mime) {
      await client.send(new PutObjectCommand({ ...at(key), Body: content, ContentType: mime }));
    },
    async read(key) {
      const found = await client.send(new GetObjectCommand(at(key))).catch((error: Error) => {
        if (error.name === "NoSuchKey") return undefined;
        throw error;
      });
      if (!found?.Body) return undefined;
      return { stream: found.Body.transformToWebStream() as ReadableStream<Uint8Array>, bytes: found.ContentLength ?? 0 };
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

export const openFiles = (url: string | undefined, dataDir: string): FileStore => (url ? s3Store(url) : folderStore(join(dataDir, "files")));
