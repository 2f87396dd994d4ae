import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { explainClocks } from "../calendar/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { listCaseMessages } from "../messages/index.server.ts";
import type { Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { findUnitInForce } from "../units/index.server.ts";
import type { CaseForOffice } from "./case-for-office.ts";
import { listNamedOfficials } from "./conflict.server.ts";
import { loadCaseNames } from "./load-case-names.server.ts";
import { loadCaseParts } from "./load-case-parts.server.ts";
import { mayDo } from "./may-do.ts";
import { type ReplyRow, roundOf } from "./reply.server.ts";
import { readableBy } from "./scope.server.ts";

/** Undefined when there is no such case, or it is not this official's to read. */
export async function findCaseForOfficial(db: Db, by: Official, code: string, today: CivilDay): Promise<CaseForOffice | undefined> {
  const [found] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  if (!found) return undefined;
  const { receiptHash: _, searchText: __, ...theCase } = found;
  const parts = await loadCaseParts(db, found);
  const { thread, notes, given, proposals, relatives, hasIdentity, publicCopy } = parts;
  const { unitName, person, nameOf } = await loadCaseNames(db, found, parts);

  const told = parts.answers.map((one) => ({ ...one, author: nameOf(one.authorId) ?? "", approvedBy: nameOf(one.approvedById) }));
  const reply = told.find((one) => one.round === roundOf(found)) ?? null;
  const ownContacts = await listOwnContacts(db);
  const supportingUnits = given.filter((one) => one.role === "supporting" && one.endedAt === null).length;
  const unitEnded = found.unitId !== null && (await findUnitInForce(db, { id: found.unitId }, today)) === undefined;
  const proposal = proposals.find((one) => one.state === "pending") ?? null;

  return {
    ...theCase,
    procedure: parts.procedure,
    aboutUnit: unitName(found.aboutUnitVersionId),
    unit: unitName(found.unitVersionId),
    handler: person(found.handlerId),
    enteredBy: person(found.enteredById),
    parent: relatives.find((one) => one.id === found.parentId)?.code ?? null,
    duplicateOf: relatives.find((one) => one.id === found.duplicateOfId)?.code ?? null,
    children: relatives
      .filter((one) => one.parentId === found.id)
      .map(({ code: childCode, subject, state }) => ({ code: childCode, subject, state })),
    hasIdentity,
    attachments: parts.files.map(({ id, fileName, mime, bytes, width, height, publicKey }) => ({
      id,
      fileName,
      mime,
      bytes,
      width,
      height,
      public: publicKey !== null,
    })),
    clocks: await explainClocks(db, found.id, found.unitId ?? found.aboutUnitId, today),
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
    namedOfficials: await listNamedOfficials(db, found.id),
    appealedUnit: unitName(given.findLast((one) => one.toUnitId === found.appealedUnitId)?.toUnitVersionId ?? null),
    replies: told,
    reply,
    personalData: reply ? findInPublicTexts(reply, ownContacts) : [],
    ownContacts,
    publicCopy,
    messages: await listCaseMessages(db, found.id),
    history: parts.events.map(({ act, at, officialId, actor, data }) => ({ act, at, actor: nameOf(officialId), by: actor, data })),
    mayDo: mayDo({ ...found, hasIdentity, reply, publicCopy, proposal, supportingUnits, unitEnded }, by, today),
  };
}

function findInPublicTexts(reply: ReplyRow, allowed: readonly string[]): CaseForOffice["personalData"] {
  const fields = ["publicTitle", "publicQuestion", "publicAnswer", "legalBasis"] as const;
  return fields.flatMap((field) => findPersonalData(reply[field] ?? "", { allowed }).map((finding) => ({ field, finding })));
}
