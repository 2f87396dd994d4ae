import { and, count, eq } from "drizzle-orm";
import { caseMessages, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { fold } from "../text.ts";
import { moveCase } from "./move-case.server.ts";
import type { PreparedUpload } from "./prepare-upload.server.ts";
import { keepingFiles, storePhotos } from "./store-photos.server.ts";
import { transitionOf } from "./transitions.ts";
import { maxAttachments, messageMaxLength, senderMessagesMost } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * The sender answers a mail of the case. Who calls has checked the token of the address it was sent to: it proves no
 * more than that the mail was there to answer, so it lets its holder write and do nothing else. Where the office asked
 * for something, the answer counts as what was asked for. What is longer than a message may be is cut at its end.
 * Refuses: `case.not_found`, `case.wrong_state`, `case.thread_full`, `text.missing`.
 */
export async function writeByMail(
  db: Db,
  files: FileStore,
  caseId: string,
  what: { body: string; photos?: readonly PreparedUpload[] },
  now = new Date(),
) {
  const body = written(what.body.slice(0, messageMaxLength), { max: messageMaxLength });
  if (!body.ok) return body;
  const photos = (what.photos ?? []).slice(0, maxAttachments);

  return keepingFiles(files, (watched) =>
    inOneAct(db, async (tx) => {
      const [seen] = await tx.select().from(cases).where(eq(cases.id, caseId)).for("update");
      // Of one that left for the confidential procedure nothing is told, not even that it was.
      if (!seen || seen.state === "CHUYEN_MAT") return refuse("case.not_found");
      const name = seen.state === "CHO_BO_SUNG" ? "supplement" : "write";
      if (!transitionOf(name).from.includes(seen.state)) return refuse("case.wrong_state");
      const [sent] = await tx
        .select({ n: count() })
        .from(caseMessages)
        .where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.side, "sender")));
      if ((sent?.n ?? 0) >= senderMessagesMost) return refuse("case.thread_full", { most: senderMessagesMost });

      await tx.insert(caseMessages).values({ caseId, side: "sender", body: body.value, createdAt: now });
      await storePhotos(tx, watched, caseId, photos, now);
      const set = name === "supplement" ? { searchText: `${seen.searchText} ${fold(body.value)}` } : {};
      const moved = await moveCase(tx, "sender", seen, name, { set, data: { channel: "email", photos: photos.length } }, now);
      return moved.ok ? done({ code: seen.code }) : moved;
    }),
  );
}
