import { createHash, randomBytes } from "node:crypto";
import { attachments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { FileStore } from "../file-store.ts";
import type { PreparedUpload } from "./prepare-upload.server.ts";

/** Puts photos under random keys and notes them with the case. Call it inside `keepingFiles`. */
export async function storePhotos(tx: Db, files: FileStore, caseId: string, photos: readonly PreparedUpload[], now: Date): Promise<void> {
  for (const photo of photos) {
    const storageKey = `cases/${randomBytes(20).toString("hex")}.${photo.mime === "image/jpeg" ? "jpg" : "webp"}`;
    await files.put(storageKey, photo.content, photo.mime);
    await tx.insert(attachments).values({
      caseId,
      fileName: photo.fileName,
      mime: photo.mime,
      bytes: photo.content.length,
      sha256: createHash("sha256").update(photo.content).digest("hex"),
      storageKey,
      width: photo.width,
      height: photo.height,
      createdAt: now,
    });
  }
}

/** Runs an act that stores files. They are put before the commit; when the act is refused or fails, they are removed. */
export async function keepingFiles<Result extends { ok: boolean }>(files: FileStore, work: (watched: FileStore) => Promise<Result>): Promise<Result> {
  const put: string[] = [];
  const removeAll = () => Promise.all(put.map((key) => files.remove(key)));
  const watched: FileStore = {
    async put(key, content, mime) {
      put.push(key);
      await files.put(key, content, mime);
    },
    remove: (key) => files.remove(key),
  };
  try {
    const outcome = await work(watched);
    if (!outcome.ok) await removeAll();
    return outcome;
  } catch (error) {
    await removeAll();
    throw error;
  }
}
