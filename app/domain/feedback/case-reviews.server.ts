import { and, count, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { auditEvents, caseReviews, cases, officials, publicationLog, publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { type CivilDay, civilDay, startOfCivilDay } from "../calendar/civil-day.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { showCase } from "./hide-case.server.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import { reasonMaxLength, reasonMinLength, type WithholdReason } from "./vocabulary.ts";
import { written } from "./written.ts";

export type ReviewCause = "hidden" | "withheld" | "one_star";
export type ReviewItem = {
  code: string;
  /** The public title where there is one; the sender's subject is for the case page. */
  title: string;
  cause: ReviewCause;
  /** Who hid it or kept it private, with the reason; of an answer kept private its code. */
  by: string | null;
  reason: string | null;
  withholdReason: WithholdReason | null;
  since: Date | null;
  review: { verdict: "keep" | "show"; reason: string; by: string; at: Date } | null;
};

/** First day of the month of a day, `YYYY-MM-01`. */
export const monthOf = (day: CivilDay): CivilDay => `${day.slice(0, 7)}-01`;

/**
 * What a month's review looks at: everything hidden or kept private by then, and answers rated with one star in that
 * month (domain.md 7.3, transition 24: hidden is not dropped). Only cases in the official's scope of publishing.
 */
export async function listForReview(db: Db, by: Official, month: CivilDay): Promise<ReviewItem[]> {
  const rows = await db
    .select({ theCase: cases, copy: publicCopies, review: caseReviews, reviewer: officials.name })
    .from(cases)
    .leftJoin(publicCopies, and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, cases.code)))
    .leftJoin(caseReviews, and(eq(caseReviews.caseId, cases.id), eq(caseReviews.month, month)))
    .leftJoin(officials, eq(officials.id, caseReviews.officialId))
    .where(underReview(by, month))
    .orderBy(sql`${caseReviews.id} is not null`, cases.code);
  const hidden = await whoHid(
    db,
    rows.map(({ theCase }) => theCase.code),
  );
  const withheld = await whoWithheld(
    db,
    rows.map(({ theCase }) => theCase.id),
  );
  return rows.map(({ theCase, copy, review, reviewer }) => {
    const cause = copy?.hiddenAt ? "hidden" : theCase.state === "KHONG_CONG_KHAI" ? "withheld" : theCase.rating === 1 ? "one_star" : "hidden";
    return {
      code: theCase.code,
      title: copy?.titleVi ?? "",
      cause,
      by: (cause === "hidden" ? hidden.get(theCase.code) : cause === "withheld" ? withheld.get(theCase.id) : null) ?? null,
      reason: cause === "hidden" ? (copy?.hideReason ?? null) : null,
      withholdReason: cause === "withheld" ? theCase.withholdReason : null,
      since: cause === "hidden" ? (copy?.hiddenAt ?? null) : cause === "withheld" ? theCase.answeredAt : theCase.ratedAt,
      review: review ? { verdict: review.verdict, reason: review.reason, by: reviewer ?? "", at: review.createdAt } : null,
    };
  });
}

/** How many of this month's still wait for their review. */
export async function countForReview(db: Db, by: Official, today: CivilDay): Promise<number> {
  if (by.scopes["cases.hide"] === undefined) return 0;
  const month = monthOf(today);
  const reviewed = db.select({ id: caseReviews.caseId }).from(caseReviews).where(eq(caseReviews.month, month));
  const [row] = await db
    .select({ n: count() })
    .from(cases)
    .where(and(underReview(by, month), notInArray(cases.id, reviewed)));
  return row?.n ?? 0;
}

/** The cases of a month's review. Each reason asks its own index; together in one condition they would read every case. */
function underReview(by: Official, month: CivilDay): SQL | undefined {
  const from = startOfCivilDay(month).toISOString();
  const to = startOfCivilDay(nextMonth(month)).toISOString();
  const ids = sql`(
    select c.id from ${publicCopies} p join ${cases} c on c.code = p.slug where p.kind = 'case' and p.hidden_at < ${to}
    union select c.id from ${cases} c where c.state = 'KHONG_CONG_KHAI' and c.answered_at < ${to}
    union select c.id from ${cases} c where c.rating = 1 and c.rated_at >= ${from} and c.rated_at < ${to}
    union select r.case_id from ${caseReviews} r where r.month = ${month})`;
  return and(sql`${cases.id} in ${ids}`, withinScope(by, "cases.hide"), readableBy(by));
}

/** Looks at one item of this month: it stays as it is (`keep`), or what was hidden is shown again. */
export async function reviewCase(db: Db, by: Official, code: string, what: { verdict: "keep" | "show"; reason: string }, now = new Date()) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;
  const month = monthOf(civilDay(now));
  return inOneAct(db, async (tx) => {
    const item = (await listForReview(tx, by, month)).find((one) => one.code === parseCaseCode(code));
    if (!item) return refuse("case.not_found");
    if (item.review) return refuse("review.already");
    const [theCase] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.code, item.code));
    if (!theCase) return refuse("case.not_found");
    if (what.verdict === "show") {
      const shown = await showCase(tx, by, item.code, { reason: reason.value }, now);
      if (!shown.ok) return shown;
    }
    const [kept] = await tx
      .insert(caseReviews)
      .values({ caseId: theCase.id, month, verdict: what.verdict, reason: reason.value, officialId: by.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: caseReviews.id });
    if (!kept) return refuse("review.already");
    await recordEvent(tx, by, { act: "case.review", subject: "case", subjectId: theCase.id, data: { month, verdict: what.verdict } }, now);
    return done({ code: item.code });
  });
}

async function whoHid(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ slug: publicationLog.slug, name: officials.name })
    .from(publicationLog)
    .innerJoin(officials, eq(officials.id, publicationLog.officialId))
    .where(and(eq(publicationLog.kind, "case"), eq(publicationLog.act, "hidden"), inArray(publicationLog.slug, [...codes])))
    .orderBy(publicationLog.createdAt);
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

async function whoWithheld(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: auditEvents.subjectId, name: officials.name })
    .from(auditEvents)
    .innerJoin(officials, eq(officials.id, auditEvents.officialId))
    .where(and(eq(auditEvents.subject, "case"), eq(auditEvents.act, "case.withhold"), inArray(auditEvents.subjectId, [...ids])))
    .orderBy(auditEvents.seq);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function nextMonth(month: CivilDay): CivilDay {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}
