import { and, eq, ne } from "drizzle-orm";
import { caseProposals } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { moveCase, standing } from "./move-case.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import type { ProposalKind, RefusalReason } from "./vocabulary.ts";

type ProposalRow = typeof caseProposals.$inferSelect;
type NewProposal = { kind: ProposalKind; body: string; refusalReason?: RefusalReason; toDay?: string };

/** Stores what another official must decide. One at a time waits: a second is `proposal.waiting`. The state stays. */
export async function propose(
  tx: Db,
  by: Official,
  seen: CaseRow,
  name: "propose_supplement" | "propose_refusal" | "ask_extension",
  what: NewProposal,
  now: Date,
) {
  if (await findProposal(tx, seen.id)) return refuse("proposal.waiting");
  await tx.insert(caseProposals).values({ ...what, caseId: seen.id, proposedById: by.id, createdAt: now });
  const data = { ...(what.refusalReason && { reason: what.refusalReason }), ...(what.toDay && { to: what.toDay }) };
  const moved = await moveCase(tx, by, seen, name, { data }, now);
  return moved.ok ? standing(moved.value.moved) : moved;
}

/** The decision of somebody else than the proposer; both stand in the `where`, so only one decides. */
export async function decide(
  tx: Db,
  by: Official,
  caseId: string,
  kind: ProposalKind,
  decision: { state: "granted" } | { state: "declined"; comment: string },
  now: Date,
) {
  const [decided] = await tx
    .update(caseProposals)
    .set({ ...decision, decidedById: by.id, decidedAt: now })
    .where(
      and(eq(caseProposals.caseId, caseId), eq(caseProposals.kind, kind), eq(caseProposals.state, "pending"), ne(caseProposals.proposedById, by.id)),
    )
    .returning();
  if (decided) return done(decided);
  const waiting = await findProposal(tx, caseId);
  return waiting?.kind === kind ? refuse("proposal.your_own") : refuse("proposal.none");
}

/** What waits for a decision. */
export async function findProposal(db: Db, caseId: string): Promise<ProposalRow | undefined> {
  const [waiting] = await db
    .select()
    .from(caseProposals)
    .where(and(eq(caseProposals.caseId, caseId), eq(caseProposals.state, "pending")));
  return waiting;
}
