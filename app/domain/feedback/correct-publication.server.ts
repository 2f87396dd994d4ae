import { and, eq } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { listOwnContacts, publish, type PublicContent } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { casePublication } from "./case-publication.ts";
import { releaseDocuments } from "./release-documents.server.ts";
import { loadPublicTexts, takeForPublication } from "./public-texts.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * Publishes a case anew after its public texts or documents were corrected: a new version whose note everybody reads.
 * What is hidden stays hidden. `revision` is that of the public texts the page showed.
 */
export async function correctPublication(
  db: Db,
  by: Official,
  code: string,
  what: { note: string; documentIds?: readonly string[] | undefined; revision: number },
  now = new Date(),
) {
  const note = written(what.note, { min: reasonMinLength, max: reasonMaxLength });
  if (!note.ok) return note;
  return inOneAct(db, async (tx) => {
    const taken = await takeForPublication(tx, by, code);
    if (!taken.ok) return taken;
    const { theCase, reply } = taken.value;
    const [copy] = await tx
      .select()
      .from(publicCopies)
      .where(and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, theCase.code)));
    if (!copy) return refuse("publish.not_public");
    const seen = await loadPublicTexts(tx, theCase, reply);
    if (seen.revision !== what.revision) return refuse("case.edited_elsewhere");
    if (seen.undecided.length > 0) return refuse("publish.personal_data");
    if (findPersonalData(note.value, { allowed: await listOwnContacts(tx) }).length > 0) return refuse("publish.note_personal_data");

    const documents = await releaseDocuments(tx, theCase.id, what.documentIds ?? []);
    if (!documents.ok) return documents;
    const before = copy.content as PublicContent["case"];
    const { title, question, answer, legalBasis, place } = seen.texts;
    const content: PublicContent["case"] = {
      ...before,
      title,
      question,
      answer,
      legalBasis: legalBasis || null,
      place: place || null,
      documents: documents.value,
      rating: theCase.rating,
      corrections: [...(before.corrections ?? []), { on: civilDay(now), note: note.value }],
    };
    // Everything the detector finds has been decided, one by one.
    return publish(tx, by, { ...casePublication(theCase.id, content), sortDay: copy.sortDay, personalDataAccepted: true, note: note.value }, now);
  });
}
