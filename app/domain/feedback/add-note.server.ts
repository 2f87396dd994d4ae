import { and, eq } from "drizzle-orm";
import { caseNotes, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { readableBy } from "./scope.server.ts";
import { messageMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** A note among officials who may read the case. Never shown to the sender or the public. */
export async function addNote(db: Db, by: Official, code: string, what: { body: string }, now = new Date()) {
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;

  return inOneAct(db, async (tx) => {
    const [found] = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
    if (!found) return refuse("case.not_found");
    await tx.insert(caseNotes).values({ caseId: found.id, officialId: by.id, body: body.value, createdAt: now });
    await recordEvent(tx, by, { act: "case.add_note", subject: "case", subjectId: found.id }, now);
    return done({ noted: true });
  });
}
