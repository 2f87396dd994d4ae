import { and, asc, eq, sql } from "drizzle-orm";
import {
  assignments,
  attachments,
  auditEvents,
  caseIdentities,
  caseMessages,
  caseNotes,
  caseProposals,
  cases,
  procedures,
  procedureVersions,
  publicCopies,
  replies,
} from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseRow } from "./take-case.server.ts";

export type CaseParts = Awaited<ReturnType<typeof loadCaseParts>>;

/** The rows that belong to a case, in their order. Of who sent it only whether anything was told. */
export async function loadCaseParts(db: Db, theCase: CaseRow) {
  const caseId = theCase.id;
  const files = await db.select().from(attachments).where(eq(attachments.caseId, caseId)).orderBy(asc(attachments.createdAt), asc(attachments.id));
  const thread = await db
    .select()
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id));
  const notes = await db.select().from(caseNotes).where(eq(caseNotes.caseId, caseId)).orderBy(asc(caseNotes.createdAt), asc(caseNotes.id));
  const given = await db.select().from(assignments).where(eq(assignments.caseId, caseId)).orderBy(asc(assignments.createdAt), asc(assignments.id));
  const proposals = await db
    .select()
    .from(caseProposals)
    .where(eq(caseProposals.caseId, caseId))
    .orderBy(asc(caseProposals.createdAt), asc(caseProposals.id));
  const answers = await db.select().from(replies).where(eq(replies.caseId, caseId)).orderBy(asc(replies.round));
  const events = await db
    .select()
    .from(auditEvents)
    .where(sql`${auditEvents.subject} in ('case', 'identity') and ${auditEvents.subjectId} = ${caseId}`)
    .orderBy(asc(auditEvents.seq));
  const identities = await db.$count(caseIdentities, eq(caseIdentities.caseId, caseId));
  const [copy] = await db
    .select({ hiddenAt: publicCopies.hiddenAt })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, theCase.code)));
  const relatives = await db
    .select({ id: cases.id, code: cases.code, subject: cases.subject, state: cases.state, parentId: cases.parentId })
    .from(cases)
    .where(
      sql`${cases.state} <> 'CHUYEN_MAT' and (${cases.parentId} = ${caseId} or ${cases.id} = ${theCase.parentId}::uuid or ${cases.id} = ${theCase.duplicateOfId}::uuid)`,
    );

  return {
    files,
    thread,
    notes,
    given,
    proposals,
    answers,
    events,
    relatives,
    procedure: await loadProcedure(db, theCase.procedureVersionId),
    hasIdentity: identities > 0,
    publicCopy: copy ? (copy.hiddenAt ? ("hidden" as const) : ("shown" as const)) : null,
  };
}

async function loadProcedure(
  db: Db,
  versionId: string | null,
): Promise<{ slug: string; code: string; nameVi: string; nameEn: string | null } | null> {
  if (!versionId) return null;
  const [row] = await db
    .select({ slug: procedures.slug, code: procedures.code, nameVi: procedureVersions.nameVi, nameEn: procedureVersions.nameEn })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedureVersions.procedureId, procedures.id))
    .where(eq(procedureVersions.id, versionId));
  return row ?? null;
}
