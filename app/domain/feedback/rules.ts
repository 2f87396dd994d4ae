import { type CivilDay, civilDay, plusDays } from "../calendar/civil-day.ts";
import { isVietnamese } from "../text.ts";
import type { CaseDraft } from "./schemas.ts";
import { soundsUrgent } from "./urgent-words.ts";
import { lowRatingMost, ratingWindowDays, reopenWindowDays } from "./vocabulary.ts";

type Answered = { answeredAt: Date | null };

/** The last day the answer may be rated; null before there is one. */
export const rateUntil = ({ answeredAt }: Answered): CivilDay | null => answeredAt && plusDays(civilDay(answeredAt), ratingWindowDays);

/** The last day the sender may disagree; null before there is an answer. */
export const reopenUntil = ({ answeredAt }: Answered): CivilDay | null => answeredAt && plusDays(civilDay(answeredAt), reopenWindowDays);

export const mayStillRate = (theCase: Answered, today: CivilDay): boolean => today <= (rateUntil(theCase) ?? "");
export const mayStillReopen = (theCase: Answered, today: CivilDay): boolean => today <= (reopenUntil(theCase) ?? "");

/** One or two stars: reason enough for a review. */
export const isLow = (rating: number | null): boolean => rating !== null && rating <= lowRatingMost;

/** What to tell a sender before sending; no reason to refuse. Decree 20/2008/NĐ-CP, art. 7 asks for Vietnamese. */
export function warningsOf(draft: Pick<CaseDraft, "subject" | "body" | "urgent">): ("not_vietnamese" | "urgent")[] {
  const text = `${draft.subject}\n${draft.body}`;
  return [...(isVietnamese(text) ? [] : ["not_vietnamese" as const]), ...(draft.urgent || soundsUrgent(text) ? ["urgent" as const] : [])];
}
