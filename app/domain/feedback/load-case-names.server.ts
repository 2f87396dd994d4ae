import { inArray } from "drizzle-orm";
import { officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Person } from "./case-for-office.ts";
import type { CaseParts } from "./load-case-parts.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { loadUnitNames } from "./unit-words.server.ts";

/** What the units of a case were called when they had to do with it, and what its people are called. */
export async function loadCaseNames(db: Db, theCase: CaseRow, parts: CaseParts) {
  const names = await loadUnitNames(db, [
    theCase.unitVersionId,
    theCase.aboutUnitVersionId,
    ...parts.given.map((one) => one.toUnitVersionId),
    ...parts.notes.map((one) => one.unitVersionId),
  ]);
  const unitName = (versionId: string | null) => (versionId ? (names.get(versionId) ?? null) : null);
  const people = await loadPeople(db, [
    theCase.handlerId,
    theCase.enteredById,
    ...parts.thread.map((one) => one.officialId),
    ...parts.notes.map((one) => one.officialId),
    ...parts.given.map((one) => one.assignedById),
    ...parts.proposals.flatMap((one) => [one.proposedById, one.decidedById]),
    ...parts.answers.flatMap((one) => [one.authorId, one.approvedById]),
    ...parts.events.map((one) => one.officialId),
  ]);
  const person = (id: string | null): Person | null => (id ? { id, name: people.get(id) ?? "" } : null);
  const nameOf = (id: string | null) => person(id)?.name ?? null;
  return { unitName, person, nameOf };
}

async function loadPeople(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: officials.id, name: officials.name }).from(officials).where(inArray(officials.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
