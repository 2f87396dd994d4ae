import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import { showStars } from "./amend-public-copy.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";
import { mayStillRate } from "./rules.ts";
import type { Rating } from "./schemas.ts";

/** The sender rates the answer, once, within thirty days. The stars stand with the public answer; the comment does not. */
export async function rateAnswer(db: Db, receipt: Receipt, rating: Rating, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeByReceipt(tx, receipt, "rate");
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.ratedAt) return refuse("case.already_rated");
    if (!mayStillRate(seen, civilDay(now))) return refuse("case.rating_closed");

    const set = { rating: rating.stars, ratingComment: rating.comment ?? null, ratedAt: now };
    const moved = await moveCase(tx, "sender", seen, "rate", { set, data: { stars: rating.stars } }, now);
    if (!moved.ok) return moved;
    await showStars(tx, seen, rating.stars, now);
    return standing(moved.value.moved);
  });
}
