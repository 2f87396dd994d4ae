import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { assignments, caseNotes, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { readableBy } from "./scope.server.ts";
import { takesPart } from "./takes-part.ts";
import { messageMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * A note among officials who work on cases, on one they may read. Never shown to the sender or the public. From somebody of a supporting
 * unit it is that unit's opinion.
 */
export async function addNote(db: Db, by: Official, code: string, what: { body: string }, now = new Date()) {
  if (!takesPart(by)) return refuse("case.not_yours");
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;

  return inOneAct(db, async (tx) => {
    const [found] = await tx
      .select({ id: cases.id, unitId: cases.unitId })
      .from(cases)
      .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
    if (!found) return refuse("case.not_found");
    const unitVersionId = await opinionOf(tx, by, found);
    await tx.insert(caseNotes).values({ caseId: found.id, officialId: by.id, body: body.value, unitVersionId, createdAt: now });
    await recordEvent(tx, by, { act: "case.add_note", subject: "case", subjectId: found.id }, now);
    return done({ noted: true });
  });
}

/** The supporting unit somebody speaks for, as it is called; null for all who read the case in another right. */
async function opinionOf(tx: Db, by: Official, { id, unitId }: { id: string; unitId: string | null }): Promise<string | null> {
  const scope = by.scopes["cases.read"];
  if (scope === undefined || scope === "all" || scope.length === 0 || (unitId && scope.includes(unitId))) return null;
  const [supporting] = await tx
    .select({ versionId: assignments.toUnitVersionId })
    .from(assignments)
    .where(
      and(eq(assignments.caseId, id), eq(assignments.role, "supporting"), isNull(assignments.endedAt), inArray(assignments.toUnitId, [...scope])),
    )
    .orderBy(asc(assignments.createdAt))
    .limit(1);
  return supporting?.versionId ?? null;
}
