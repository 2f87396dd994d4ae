import { keptFindings } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { loadPublicTexts, takeForPublication } from "./public-texts.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** Lets what looks like personal data stay public, with a reason: a name that a published decision carries, a notice's date. */
export async function keepFinding(db: Db, by: Official, code: string, what: { kind: string; text: string; reason: string }, now = new Date()) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;
  return inOneAct(db, async (tx) => {
    const taken = await takeForPublication(tx, by, code);
    if (!taken.ok) return taken;
    const { theCase, reply } = taken.value;
    const { found } = await loadPublicTexts(tx, theCase, reply);
    const one = found.find(({ finding }) => finding.kind === what.kind && finding.text === what.text);
    if (!one) return refuse("publish.no_such_finding");

    const values = { reason: reason.value, officialId: by.id, createdAt: now };
    await tx
      .insert(keptFindings)
      .values({ ...values, replyId: reply.id, kind: one.finding.kind, text: one.finding.text })
      .onConflictDoUpdate({ target: [keptFindings.replyId, keptFindings.kind, keptFindings.text], set: values });
    await recordEvent(tx, by, { act: "case.keep_finding", subject: "case", subjectId: theCase.id, data: { kind: one.finding.kind } }, now);
    return done({ kind: one.finding.kind });
  });
}
