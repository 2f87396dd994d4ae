import { and, eq } from "drizzle-orm";
import { cases, keptFindings, publicDrafts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { parseCaseCode } from "../codes.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData, type Finding } from "../publishing/personal-data.ts";
import { type PublicField, publicFields } from "./public-fields.ts";
import { findReply, type ReplyRow } from "./reply.server.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import type { CaseRow } from "./take-case.server.ts";

export type PublicTexts = Record<PublicField, string>;
export type FieldFinding = { field: PublicField; finding: Finding };

/** Answered, and its public copy is to be made or is there. */
const editableStates = ["DA_TRA_LOI", "DA_CONG_KHAI", "DONG"] as const;

/** What a publisher starts from: the texts for everybody that were approved with the answer. */
export const approvedTexts = (theCase: Pick<CaseRow, "kind" | "place">, reply: ReplyRow): PublicTexts => ({
  title: reply.publicTitle,
  question: reply.publicQuestion,
  answer: reply.publicAnswer,
  legalBasis: reply.legalBasis ?? "",
  // Where a sender points to is part of a report from that place; in other cases it may be a home.
  place: theCase.kind === "phan_anh_hien_truong" ? (theCase.place ?? "") : "",
});

/** The texts everybody will read, whether edited yet; `revision` 0 when they are still the approved ones. */
export async function loadPublicTexts(tx: Db, theCase: Pick<CaseRow, "kind" | "place">, reply: ReplyRow) {
  const [draft] = await tx.select().from(publicDrafts).where(eq(publicDrafts.replyId, reply.id));
  const kept = await tx.select().from(keptFindings).where(eq(keptFindings.replyId, reply.id));
  const texts: PublicTexts = draft
    ? { title: draft.title, question: draft.question, answer: draft.answer, legalBasis: draft.legalBasis, place: draft.place }
    : approvedTexts(theCase, reply);
  const allowed = await listOwnContacts(tx);
  const found = publicFields.flatMap((field): FieldFinding[] => findPersonalData(texts[field], { allowed }).map((finding) => ({ field, finding })));
  const isKept = ({ finding }: FieldFinding) => kept.some((one) => one.kind === finding.kind && one.text === finding.text);
  return { texts, revision: draft?.revision ?? 0, found, undecided: found.filter((one) => !isKept(one)), kept };
}

/** The answered case whose public texts an official wants to edit or publish again, locked, with its approved answer. */
export async function takeForPublication(tx: Db, by: Official, code: string) {
  if (by.scopes["cases.publish"] === undefined) return refuse("case.not_yours");
  const [theCase] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), withinScope(by, "cases.publish"), readableBy(by)))
    .for("update");
  if (!theCase) return refuse("case.not_found");
  if (!editableStates.some((state) => state === theCase.state)) return refuse("case.wrong_state");
  const reply = await findReply(tx, theCase);
  if (reply?.state !== "approved") return refuse("case.wrong_state");
  return done({ theCase, reply });
}
