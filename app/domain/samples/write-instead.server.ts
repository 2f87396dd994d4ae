import { inArray } from "drizzle-orm";
import { samplePeople } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { isUnreached, takeDue } from "./people-due.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import { openContact } from "./sealed-contact.server.ts";
import { mailsPerBatch } from "./vocabulary.ts";

/**
 * Those whose mail came back get a letter, where the list has name and address; the others cannot be reached and stay in
 * the sample as such. Refuses `sample.nobody_due`.
 */
export async function writeInstead(db: Db, keys: Keys, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now, { open: true });
    if (!allowed.ok) return allowed;
    const people = await takeDue(tx, isUnreached(allowed.value.id), mailsPerBatch);
    if (people.length === 0) return refuse("sample.nobody_due");
    const byPost = people.flatMap(({ id, sealed }) => {
      const contact = sealed && openContact(keys, id, sealed);
      return contact && contact.name && contact.address ? [id] : [];
    });
    const lost = people.map(({ id }) => id).filter((id) => !byPost.includes(id));
    if (byPost.length > 0) await tx.update(samplePeople).set({ channel: "letter", delivery: "waiting" }).where(inArray(samplePeople.id, byPost));
    if (lost.length > 0) await tx.update(samplePeople).set({ delivery: "returned" }).where(inArray(samplePeople.id, lost));
    const data = { letters: byPost.length, unreached: lost.length };
    await recordEvent(tx, by, { act: "sample.mail_returned", subject: "round", subjectId: allowed.value.id, data }, now);
    return done({ count: byPost.length });
  });
}
