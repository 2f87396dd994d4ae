import { and, asc, count, eq, sql } from "drizzle-orm";
import {
  assignments,
  attachments,
  auditEvents,
  caseIdentities,
  caseMessages,
  caseNotes,
  caseProposals,
  cases,
  officials,
  procedures,
  procedureVersions,
  publicCopies,
  replies,
} from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { type CaseClock, explainClocks } from "../calendar/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { listCaseMessages, type SentMessage } from "../messages/index.server.ts";
import type { Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData, type Finding } from "../publishing/personal-data.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { listNamedOfficials, type NamedOfficial } from "./conflict.server.ts";
import { mayDo } from "./may-do.ts";
import { type ReplyRow, roundOf } from "./reply.server.ts";
import { readableBy } from "./scope.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { loadUnitNames, type UnitName } from "./unit-words.server.ts";
import type { AssignmentRole, OfficeAct } from "./vocabulary.ts";

type Person = { id: string; name: string };
type Proposal = Pick<typeof caseProposals.$inferSelect, "id" | "kind" | "state" | "body" | "refusalReason" | "toDay" | "comment" | "decidedAt"> & {
  by: string;
  at: Date;
  decidedBy: string | null;
};

/** A whole case for an official who may read it. No identity: that is asked for apart, with a reason. */
export type CaseForOffice = Omit<CaseRow, "receiptHash" | "searchText"> & {
  procedure: { slug: string; code: string; nameVi: string; nameEn: string | null } | null;
  aboutUnit: UnitName | null;
  unit: UnitName | null;
  handler: Person | null;
  enteredBy: Person | null;
  parent: string | null;
  duplicateOf: string | null;
  children: { code: string; subject: string; state: CaseRow["state"] }[];
  hasIdentity: boolean;
  attachments: { id: string; fileName: string; mime: string; bytes: number; width: number | null; height: number | null; public: boolean }[];
  clocks: CaseClock[];
  thread: { id: string; side: "sender" | "office"; author: string | null; body: string; at: Date }[];
  /** `unit`: whose opinion it is, when a supporting unit speaks. */
  notes: { id: string; author: string; unit: UnitName | null; body: string; at: Date }[];
  assignments: {
    id: string;
    role: AssignmentRole;
    unitId: string;
    to: UnitName | null;
    by: string;
    note: string | null;
    at: Date;
    bouncedAt: Date | null;
    bounceReason: string | null;
    endedAt: Date | null;
  }[];
  /** What officials proposed and others decide or decided, oldest first. */
  proposals: Proposal[];
  /** Officials it complains of. */
  namedOfficials: NamedOfficial[];
  /** The unit whose answer is being reviewed by its superior. */
  appealedUnit: UnitName | null;
  /** All answers, the present round last. */
  replies: (ReplyRow & { author: string; approvedBy: string | null })[];
  /** The answer of the present round, being written or given. */
  reply: (ReplyRow & { author: string; approvedBy: string | null }) | null;
  /** Personal data found in the public texts of the present answer: it blocks publishing until somebody decides. */
  personalData: { field: "publicTitle" | "publicQuestion" | "publicAnswer" | "legalBasis"; finding: Finding }[];
  /** The authority's own hotlines and mailboxes, which are no personal data. */
  ownContacts: string[];
  publicCopy: "shown" | "hidden" | null;
  messages: SentMessage[];
  history: { act: string; at: Date; actor: string | null; by: "official" | "sender" | "portal"; data: Record<string, unknown> }[];
  mayDo: OfficeAct[];
};

/** Undefined when there is no such case, or it is not this official's to read. */
export async function findCaseForOfficial(db: Db, by: Official, code: string, today: CivilDay): Promise<CaseForOffice | undefined> {
  const [found] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  if (!found) return undefined;
  const { receiptHash: _, searchText: __, ...theCase } = found;
  const caseId = found.id;

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
  const [identity] = await db.select({ n: count() }).from(caseIdentities).where(eq(caseIdentities.caseId, caseId));
  const [copy] = await db
    .select({ hiddenAt: publicCopies.hiddenAt })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, found.code)));
  const relatives = await db
    .select({ id: cases.id, code: cases.code, subject: cases.subject, state: cases.state, parentId: cases.parentId })
    .from(cases)
    .where(
      sql`${cases.state} <> 'CHUYEN_MAT' and (${cases.parentId} = ${caseId} or ${cases.id} = ${found.parentId}::uuid or ${cases.id} = ${found.duplicateOfId}::uuid)`,
    );

  const names = await loadUnitNames(db, [
    found.unitVersionId,
    found.aboutUnitVersionId,
    ...given.map((one) => one.toUnitVersionId),
    ...notes.map((one) => one.unitVersionId),
  ]);
  const unitName = (versionId: string | null) => (versionId ? (names.get(versionId) ?? null) : null);
  const people = await loadPeople(db, [
    found.handlerId,
    found.enteredById,
    ...thread.map((one) => one.officialId),
    ...notes.map((one) => one.officialId),
    ...given.map((one) => one.assignedById),
    ...proposals.flatMap((one) => [one.proposedById, one.decidedById]),
    ...answers.flatMap((one) => [one.authorId, one.approvedById]),
    ...events.map((one) => one.officialId),
  ]);
  const person = (id: string | null): Person | null => (id ? { id, name: people.get(id) ?? "" } : null);
  const nameOf = (id: string | null) => person(id)?.name ?? null;

  const told = answers.map((one) => ({ ...one, author: nameOf(one.authorId) ?? "", approvedBy: nameOf(one.approvedById) }));
  const reply = told.find((one) => one.round === roundOf(found)) ?? null;
  const publicCopy = copy ? (copy.hiddenAt ? ("hidden" as const) : ("shown" as const)) : null;
  const ownContacts = await listOwnContacts(db);
  const hasIdentity = (identity?.n ?? 0) > 0;
  const supportingUnits = given.filter((one) => one.role === "supporting" && one.endedAt === null).length;
  const unitEnded = found.unitId !== null && (await findUnitInForce(db, { id: found.unitId }, today)) === undefined;
  const proposal = proposals.find((one) => one.state === "pending") ?? null;

  return {
    ...theCase,
    procedure: await loadProcedure(db, found.procedureVersionId),
    aboutUnit: unitName(found.aboutUnitVersionId),
    unit: unitName(found.unitVersionId),
    handler: person(found.handlerId),
    enteredBy: person(found.enteredById),
    parent: relatives.find((one) => one.id === found.parentId)?.code ?? null,
    duplicateOf: relatives.find((one) => one.id === found.duplicateOfId)?.code ?? null,
    children: relatives.filter((one) => one.parentId === caseId).map(({ code: childCode, subject, state }) => ({ code: childCode, subject, state })),
    hasIdentity,
    attachments: files.map(({ id, fileName, mime, bytes, width, height, publicKey }) => ({
      id,
      fileName,
      mime,
      bytes,
      width,
      height,
      public: publicKey !== null,
    })),
    clocks: await explainClocks(db, caseId, found.unitId ?? found.aboutUnitId, today),
    thread: thread.map(({ id, side, officialId, body, createdAt }) => ({ id, side, author: nameOf(officialId), body, at: createdAt })),
    notes: notes.map(({ id, officialId, unitVersionId, body, createdAt }) => ({
      id,
      author: nameOf(officialId) ?? "",
      unit: unitName(unitVersionId),
      body,
      at: createdAt,
    })),
    assignments: given.map((one) => ({
      id: one.id,
      role: one.role,
      unitId: one.toUnitId,
      to: unitName(one.toUnitVersionId),
      by: nameOf(one.assignedById) ?? "",
      note: one.note,
      at: one.createdAt,
      bouncedAt: one.bouncedAt,
      bounceReason: one.bounceReason,
      endedAt: one.endedAt,
    })),
    proposals: proposals.map(({ id, kind, state, body, refusalReason, toDay, comment, decidedAt, ...one }) => ({
      id,
      kind,
      state,
      body,
      refusalReason,
      toDay,
      comment,
      decidedAt,
      by: nameOf(one.proposedById) ?? "",
      at: one.createdAt,
      decidedBy: nameOf(one.decidedById),
    })),
    namedOfficials: await listNamedOfficials(db, caseId),
    appealedUnit: unitName(given.findLast((one) => one.toUnitId === found.appealedUnitId)?.toUnitVersionId ?? null),
    replies: told,
    reply,
    personalData: reply ? findInPublicTexts(reply, ownContacts) : [],
    ownContacts,
    publicCopy,
    messages: await listCaseMessages(db, caseId),
    history: events.map(({ act, at, officialId, actor, data }) => ({ act, at, actor: nameOf(officialId), by: actor, data })),
    mayDo: mayDo({ ...found, hasIdentity, reply, publicCopy, proposal, supportingUnits, unitEnded }, by, today),
  };
}

function findInPublicTexts(reply: ReplyRow, allowed: readonly string[]): CaseForOffice["personalData"] {
  const fields = ["publicTitle", "publicQuestion", "publicAnswer", "legalBasis"] as const;
  return fields.flatMap((field) => findPersonalData(reply[field] ?? "", { allowed }).map((finding) => ({ field, finding })));
}

async function loadPeople(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: officials.id, name: officials.name })
    .from(officials)
    .where(sql`${officials.id} in ${wanted}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function loadProcedure(db: Db, versionId: string | null): Promise<CaseForOffice["procedure"]> {
  if (!versionId) return null;
  const [row] = await db
    .select({ slug: procedures.slug, code: procedures.code, nameVi: procedureVersions.nameVi, nameEn: procedureVersions.nameEn })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedureVersions.procedureId, procedures.id))
    .where(eq(procedureVersions.id, versionId));
  return row ?? null;
}
