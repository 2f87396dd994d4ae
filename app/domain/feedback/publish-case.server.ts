import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { publish } from "../publishing/index.server.ts";
import { casePublication } from "./case-publication.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { buildPublicCopy, releasePhotos } from "./public-copy.server.ts";
import { loadPublicTexts } from "./public-texts.server.ts";
import { releaseDocuments } from "./release-documents.server.ts";
import { findReply } from "./reply.server.ts";
import { takeCase } from "./take-case.server.ts";
import { tellFollowers } from "./tell-duplicates.server.ts";

type Wish = {
  /** Takes over every finding at once: only for answers that were public elsewhere before. */
  acceptPersonalData?: boolean | undefined;
  publicAttachmentIds?: readonly string[] | undefined;
  documentIds?: readonly string[] | undefined;
  /** Revision of the case, and of its public texts, that the page showed. */
  revision?: number | undefined;
  draft?: number | undefined;
};

/**
 * Publishes an approved answer through the gateway. Personal data found in the public texts stops it
 * (`publish.personal_data`) until each finding is replaced or kept with a reason. The sender's wish counts, except for a phản ánh,
 * kiến nghị, whose result must be made public (Decree 20/2008/NĐ-CP, art. 19). Only ticked photos go along.
 */
export async function publishCase(db: Db, keys: Keys, by: Official, code: string, what: Wish = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "publish", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (!seen.publishWish && seen.kind !== "phan_anh_kien_nghi") return refuse("case.sender_disagrees");
    const reply = await findReply(tx, seen);
    if (reply?.state !== "approved") return refuse("case.wrong_state");

    const seenTexts = await loadPublicTexts(tx, seen, reply);
    if (what.draft !== undefined && what.draft !== seenTexts.revision) return refuse("case.edited_elsewhere");
    if (seenTexts.undecided.length > 0 && !what.acceptPersonalData) return refuse("publish.personal_data");

    const moved = await moveCase(
      tx,
      by,
      seen,
      "publish",
      { set: { withholdReason: null }, data: { personalDataAccepted: what.acceptPersonalData ?? false } },
      now,
    );
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const photos = await releasePhotos(tx, theCase.id, what.publicAttachmentIds ?? []);
    const documents = await releaseDocuments(tx, theCase.id, what.documentIds ?? []);
    if (!documents.ok) return documents;
    const content = await buildPublicCopy(tx, theCase, reply, seenTexts.texts, { photos, documents: documents.value }, now);
    // What the detector finds in these texts was decided above, one by one.
    const published = await publish(tx, by, { ...casePublication(theCase.id, content), personalDataAccepted: true }, now);
    if (!published.ok) return published;
    await tellSender(tx, keys, theCase, { template: "case_published", data: { code: theCase.code } }, now);
    await tellFollowers(tx, keys, theCase, "published", now);
    return standing(theCase);
  });
}
