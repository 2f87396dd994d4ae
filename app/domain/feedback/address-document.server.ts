import { and, eq, inArray } from "drizzle-orm";
import { answerDocuments, cases, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { mayAnswer } from "./may-answer.server.ts";
import { readableBy } from "./scope.server.ts";
import type { CaseRow } from "./take-case.server.ts";

/**
 * Says whether the sender may open a document of the answer. Before the answer is submitted, whoever answers says so,
 * and the approver sees it; afterwards only who publishes opens one. Keeping it inside is everybody's who answers. Refuses:
 * `case.not_yours`, `case.document_submitted`, `case.changed_meanwhile` when it was said already.
 */
export async function addressDocument(db: Db, by: Official, code: string, what: { documentId: string; toSender: boolean }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const [theCase] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.code, parseCaseCode(code) ?? ""), mayAnswer(by), readableBy(by)))
      .for("update");
    if (!theCase) return refuse("case.not_yours");
    const said = and(eq(answerDocuments.caseId, theCase.id), eq(answerDocuments.id, what.documentId), eq(answerDocuments.forSender, !what.toSender));
    const [document] = await tx.select({ round: answerDocuments.round }).from(answerDocuments).where(said);
    if (!document) return refuse("case.changed_meanwhile");
    if (what.toSender && !(await mayOpenToSender(tx, by, theCase, document.round))) return refuse("case.document_submitted");

    await tx.update(answerDocuments).set({ forSender: what.toSender }).where(said);
    const data = { document: what.documentId, toSender: what.toSender };
    await recordEvent(tx, by, { act: "case.address_document", subject: "case", subjectId: theCase.id, data }, now);
    return done({ toSender: what.toSender });
  });
}

/** What the approver has not seen reaches no sender: once the answer was submitted, a document needs who publishes. */
export async function mayOpenToSender(tx: Db, by: Official, theCase: CaseRow, round: number): Promise<boolean> {
  if (mayIn(by, "cases.publish", theCase.unitId)) return true;
  const shown = and(eq(replies.caseId, theCase.id), eq(replies.round, round), inArray(replies.state, ["submitted", "approved"]));
  return (await tx.$count(replies, shown)) === 0;
}
