import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { caseLinks, caseProposals, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { proposeRefusal, readableBy } from "../feedback/index.server.ts";
import type { CaseState } from "../feedback/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import type { LinkKind } from "./vocabulary.ts";

/** Links are made one at a time, so that of two cases neither becomes the other's duplicate at once. */
const oneAtATime = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(7406216)`);

const findReadable = async (tx: Db, by: Official, code: string) => {
  const [found] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  return found;
};

/**
 * Says that a case repeats another and proposes to turn it down for that (R05, domain.md 4.3): the coordinator confirms,
 * and only then both senders are told; this one's with `text`, and again when the lead is answered. A refusal that is
 * declined or overtaken takes the link with it. Refuses what `proposeRefusal` refuses, and `case.unknown_duplicate` for
 * a lead that is itself over or a duplicate.
 * @param what.lead code of the case that goes on
 */
export async function markDuplicate(
  db: Db,
  by: Official,
  code: string,
  what: { lead: string; text: string; revision?: number | undefined },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    await oneAtATime(tx);
    const proposed = await proposeRefusal(tx, by, code, { reason: "R05", text: what.text, revision: what.revision }, now);
    if (!proposed.ok) return proposed;
    const seen = await findReadable(tx, by, code);
    const lead = await findReadable(tx, by, what.lead);
    const over: readonly CaseState[] = ["HUY", "TU_CHOI"];
    if (!seen || !lead || lead.id === seen.id || lead.duplicateOfId !== null || over.includes(lead.state)) return refuse("case.unknown_duplicate");
    // A lead of others cannot become a duplicate itself: those who follow it would follow nothing.
    const [follower] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.duplicateOfId, seen.id)).limit(1);
    if (follower) return refuse("case.leads_duplicates");
    await tx.update(cases).set({ duplicateOfId: lead.id }).where(eq(cases.id, seen.id));
    await store(tx, by, seen, lead, "duplicate", now);
    return done({ lead: lead.code });
  });
}

/** Says that two cases belong together; both go on. Refuses: `case.not_yours`, `case.not_found`, `case.unknown_duplicate`. */
export async function linkCases(db: Db, by: Official, code: string, other: string, now = new Date()) {
  if (!mayLink(by)) return refuse("case.not_yours");
  return inOneAct(db, async (tx) => {
    await oneAtATime(tx);
    const seen = await findReadable(tx, by, code);
    if (!seen) return refuse("case.not_found");
    const found = await findReadable(tx, by, other);
    if (!found || found.id === seen.id) return refuse("case.unknown_duplicate");
    await store(tx, by, seen, found, "related", now);
    return done({ other: found.code });
  });
}

/**
 * Takes a link back. With that of a duplicate goes what was proposed for it; once that was confirmed, the sender was
 * told and it stays. Refuses: `case.not_yours`, `case.not_found`, `case.wrong_state`.
 */
export async function undoLink(db: Db, by: Official, code: string, linkId: string, now = new Date()) {
  if (!mayLink(by)) return refuse("case.not_yours");
  return inOneAct(db, async (tx) => {
    await oneAtATime(tx);
    const seen = await findReadable(tx, by, code);
    if (!seen) return refuse("case.not_found");
    const [link] = await tx
      .update(caseLinks)
      .set({ undoneAt: now, undoneById: by.id })
      .where(and(eq(caseLinks.id, linkId), isNull(caseLinks.undoneAt), or(eq(caseLinks.caseId, seen.id), eq(caseLinks.otherId, seen.id))))
      .returning();
    if (!link) return refuse("case.not_found");
    if (link.kind === "duplicate") {
      const [freed] = await tx
        .update(cases)
        .set({ duplicateOfId: null })
        .where(and(eq(cases.id, link.caseId), ne(cases.state, "TU_CHOI")))
        .returning({ id: cases.id });
      if (!freed) return refuse("case.wrong_state");
      await tx
        .update(caseProposals)
        .set({ state: "lapsed", decidedAt: now })
        .where(and(eq(caseProposals.caseId, link.caseId), eq(caseProposals.state, "pending"), eq(caseProposals.refusalReason, "R05")));
    }
    await recordEvent(tx, by, { act: "case.unlinked", subject: "case", subjectId: link.caseId, data: { kind: link.kind } }, now);
    return done({ kind: link.kind });
  });
}

export type CaseLink = {
  id: string;
  kind: LinkKind;
  code: string;
  subject: string;
  state: CaseState;
  /** This case is the one that goes on. */ leads: boolean;
};

/** Cases this one was linked with, those the official may read. */
export async function listLinks(db: Db, by: Official, code: string): Promise<CaseLink[]> {
  const seen = await findReadable(db, by, code);
  if (!seen) return [];
  const rows = await db
    .select({ link: caseLinks, code: cases.code, subject: cases.subject, state: cases.state })
    .from(caseLinks)
    .innerJoin(cases, sql`${cases.id} = case when ${caseLinks.caseId} = ${seen.id} then ${caseLinks.otherId} else ${caseLinks.caseId} end`)
    .where(and(or(eq(caseLinks.caseId, seen.id), eq(caseLinks.otherId, seen.id)), isNull(caseLinks.undoneAt), readableBy(by)))
    .orderBy(caseLinks.createdAt);
  return rows.map(({ link, ...other }) => ({ id: link.id, kind: link.kind, leads: link.kind === "duplicate" && link.otherId === seen.id, ...other }));
}

/** Who classifies or routes cases says which belong together. */
export const mayLink = (by: Official): boolean => mayIn(by, "cases.classify") || mayIn(by, "cases.transfer");

async function store(tx: Db, by: Official, from: { id: string }, to: { id: string; code: string }, kind: LinkKind, now: Date): Promise<void> {
  const [stored] = await tx
    .insert(caseLinks)
    .values({ caseId: from.id, otherId: to.id, kind, linkedById: by.id, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: caseLinks.id });
  // Linked already: said once, it stays said once.
  if (stored) await recordEvent(tx, by, { act: "case.linked", subject: "case", subjectId: from.id, data: { kind, code: to.code } }, now);
}
