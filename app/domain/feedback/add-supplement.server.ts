import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import { fold } from "../text.ts";
import { moveCase, standing } from "./move-case.server.ts";
import type { PreparedUpload } from "./prepare-upload.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";
import { keepingFiles, storePhotos } from "./store-photos.server.ts";
import { maxAttachments, messageMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** The sender gives what was missing. The whole time for the answer starts anew. */
export async function addSupplement(
  db: Db,
  files: FileStore,
  receipt: Receipt,
  what: { body: string; photos?: readonly PreparedUpload[] },
  now = new Date(),
) {
  const photos = what.photos ?? [];
  if (photos.length > maxAttachments) return refuse("upload.too_many", { most: maxAttachments });
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;

  return keepingFiles(files, (watched) =>
    inOneAct(db, async (tx) => {
      const taken = await takeByReceipt(tx, receipt, "supplement");
      if (!taken.ok) return taken;
      const seen = taken.value;

      await tx.insert(caseMessages).values({ caseId: seen.id, side: "sender", body: body.value, createdAt: now });
      await storePhotos(tx, watched, seen.id, photos, now);
      const set = { searchText: `${seen.searchText} ${fold(body.value)}` };
      const moved = await moveCase(tx, "sender", seen, "supplement", { set, data: { photos: photos.length } }, now);
      return moved.ok ? standing(moved.value.moved) : moved;
    }),
  );
}
