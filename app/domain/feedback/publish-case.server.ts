import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { publish } from "../publishing/index.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { buildPublicCopy, releasePhotos } from "./public-copy.server.ts";
import { findReply } from "./reply.server.ts";
import { takeCase } from "./take-case.server.ts";

/**
 * Publishes an approved answer through the gateway. Personal data found in the public texts stops it
 * (`publish.personal_data`) until the official has looked and says so. The sender's wish counts, except for a phản ánh,
 * kiến nghị, whose result must be made public (Decree 20/2008/NĐ-CP, art. 19). Only ticked photos go along.
 */
export async function publishCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { acceptPersonalData?: boolean | undefined; publicAttachmentIds?: readonly string[] | undefined; revision?: number | undefined } = {},
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "publish", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (!seen.publishWish && seen.kind !== "phan_anh_kien_nghi") return refuse("case.sender_disagrees");
    const reply = await findReply(tx, seen);
    if (reply?.state !== "approved") return refuse("case.wrong_state");

    const moved = await moveCase(tx, by, seen, "publish", { data: { personalDataAccepted: what.acceptPersonalData ?? false } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const photos = await releasePhotos(tx, theCase.id, what.publicAttachmentIds ?? []);
    const content = await buildPublicCopy(tx, theCase, reply, photos, now);
    const published = await publish(
      tx,
      by,
      {
        kind: "case",
        slug: theCase.code,
        subjectId: theCase.id,
        content,
        title: { vi: content.title, en: content.language === "en" ? content.title : null },
        searchText: [content.code, content.question, content.answer].join("\n"),
        sensitiveText: [content.title, content.question, content.answer, content.legalBasis, content.place].filter(Boolean).join("\n"),
        personalDataAccepted: what.acceptPersonalData ?? false,
        facets: facetsOf(content),
        sortDay: civilDay(now),
      },
      now,
    );
    if (!published.ok) return published;
    await tellSender(tx, keys, theCase, { template: "case_published", data: { code: theCase.code } }, now);
    return standing(theCase);
  });
}

/** How lists of public cases are narrowed; `category` is the kind, `facet` whether it was answered in time. */
export const facetsOf = (content: Awaited<ReturnType<typeof buildPublicCopy>>) => ({
  unit: content.unit.slug,
  authority: content.authority?.slug ?? null,
  procedure: content.procedure?.slug ?? null,
  field: content.field,
  category: content.kind,
  facet: content.onTime ? "on_time" : "late",
});
