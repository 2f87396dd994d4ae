import { and, asc, eq, isNull } from "drizzle-orm";
import { attachments, caseMessages, cases, publicCopies, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, civilDay } from "../calendar/civil-day.ts";
import { type CaseClock, explainClocks } from "../calendar/index.server.ts";
import { listCaseMessages, type SentMessage } from "../messages/index.server.ts";
import { listSenderDocuments, type SenderDocument } from "./find-sender-file.server.ts";
import { openByReceipt } from "./receipt.server.ts";
import { isLow, mayStillRate, mayStillReopen, rateUntil, reopenUntil } from "./rules.ts";
import type { CaseRow } from "./take-case.server.ts";
import { loadTimeline, type TimelineEntry } from "./timeline.server.ts";
import { transitions } from "./transitions.ts";
import { loadUnitNames, type UnitName } from "./unit-words.server.ts";
import type { SenderAct } from "./vocabulary.ts";

/** A case as its sender sees it. Of one that left for the confidential procedure only code, day and state are told. */
export type SenderCase = Pick<
  CaseRow,
  | "code"
  | "kind"
  | "state"
  | "subject"
  | "body"
  | "place"
  | "language"
  | "publishWish"
  | "receivedOn"
  | "refusalReason"
  | "refusalText"
  | "withholdReason"
  | "supplementRequest"
  | "externalBody"
  | "externalLetter"
  | "rating"
  | "ratingComment"
> & {
  /** The unit that must answer, else the one the case is about. */
  unit: UnitName | null;
  timeline: TimelineEntry[];
  /** Steps that concern the sender: the answer, and the sender's own time. */
  clocks: CaseClock[];
  thread: { side: "sender" | "office"; body: string; at: Date }[];
  /** Answers given, the newest first. */
  answers: {
    body: string;
    conclusion: string | null;
    legalBasis: string | null;
    answeredOn: CivilDay;
    round: number;
    documents: SenderDocument[];
  }[];
  photos: { id: string; fileName: string; width: number | null; height: number | null }[];
  /** Cases this one was split into; the same receipt key opens them. */
  parts: string[];
  messages: SentMessage[];
  /** True when everybody can read it at /phan-anh/:code. */
  published: boolean;
  may: SenderAct[];
  rateUntil: CivilDay | null;
  reopenUntil: CivilDay | null;
};

/** The case a receipt opens, as the sender sees it; undefined for a wrong code or key. Both may be typed carelessly. */
export async function findCaseByReceipt(db: Db, code: string, receiptKey: string, today: CivilDay): Promise<SenderCase | undefined> {
  const found = await openByReceipt(db, { code, receiptKey });
  if (!found) return undefined;
  const caseId = found.id;
  const told = {
    code: found.code,
    kind: found.kind,
    state: found.state,
    subject: found.subject,
    body: found.body,
    place: found.place,
    language: found.language,
    publishWish: found.publishWish,
    receivedOn: found.receivedOn,
    refusalReason: found.refusalReason,
    refusalText: found.refusalText,
    withholdReason: found.withholdReason,
    supplementRequest: found.supplementRequest,
    externalBody: found.externalBody,
    externalLetter: found.externalLetter,
    rating: found.rating,
    ratingComment: found.ratingComment,
  };
  if (found.state === "CHUYEN_MAT") {
    const nothing = { unit: null, timeline: [], clocks: [], thread: [], answers: [], photos: [], parts: [], messages: [] };
    return { ...told, ...nothing, published: false, may: [], rateUntil: null, reopenUntil: null };
  }

  const unitVersionId = found.unitVersionId ?? found.aboutUnitVersionId;
  const clocks = await explainClocks(db, caseId, found.unitId ?? found.aboutUnitId, today);
  const thread = await db
    .select()
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id));
  const answers = await db
    .select()
    .from(replies)
    .where(and(eq(replies.caseId, caseId), eq(replies.state, "approved")))
    .orderBy(asc(replies.round));
  const documents = await listSenderDocuments(db, caseId);
  const photos = await db.select().from(attachments).where(eq(attachments.caseId, caseId)).orderBy(asc(attachments.createdAt), asc(attachments.id));
  const parts = await db.select({ code: cases.code }).from(cases).where(eq(cases.parentId, caseId)).orderBy(asc(cases.createdAt), asc(cases.code));
  const [copy] = await db
    .select({ slug: publicCopies.slug })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, found.code), isNull(publicCopies.hiddenAt)));

  return {
    ...told,
    unit: unitVersionId ? ((await loadUnitNames(db, [unitVersionId])).get(unitVersionId) ?? null) : null,
    timeline: await loadTimeline(db, found),
    clocks: clocks.filter((clock) => clock.step === "answer" || clock.step === "supplement"),
    thread: thread.map(({ side, body, createdAt }) => ({ side, body, at: createdAt })),
    answers: answers
      .map(({ body, conclusion, legalBasis, approvedAt, round }) => ({
        body,
        conclusion,
        legalBasis,
        answeredOn: civilDay(approvedAt ?? new Date(0)),
        round,
        documents: documents.filter((one) => one.round === round),
      }))
      .reverse(),
    photos: photos.map(({ id, fileName, width, height }) => ({ id, fileName, width, height })),
    parts: parts.map((part) => part.code),
    messages: await listCaseMessages(db, caseId),
    published: copy !== undefined,
    may: senderMay(found, today),
    rateUntil: rateUntil(found),
    reopenUntil: reopenUntil(found),
  };
}

/** What the sender may do now. Reopening also asks for new facts or a low rating; that is for the form to say. */
export function senderMay(
  theCase: Pick<CaseRow, "state" | "ratedAt" | "rating" | "answeredAt" | "reopenedFrom" | "appealedUnitId">,
  today: CivilDay,
): SenderAct[] {
  const from = (act: SenderAct) => transitions[act].from.includes(theCase.state);
  const guards: Record<SenderAct, boolean> = {
    supplement: true,
    write: true,
    rate: theCase.ratedAt === null && mayStillRate(theCase, today),
    appeal: isLow(theCase.rating) && theCase.appealedUnitId === null && mayStillReopen(theCase, today),
    reopen: theCase.reopenedFrom === 0 && mayStillReopen(theCase, today),
    withdraw: theCase.answeredAt === null,
  };
  return (Object.keys(guards) as SenderAct[]).filter((act) => guards[act] && from(act));
}
