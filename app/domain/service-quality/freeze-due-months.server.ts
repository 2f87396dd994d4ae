import { serviceMonths } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { listAuthorities } from "./authorities.server.ts";
import { freezeMonth } from "./freeze-month.server.ts";
import { daysOf, monthAfter, monthOf, periodBefore } from "./period.ts";

/** A month that could not be frozen: what refused it, or what was thrown. */
export type FailedMonth = { authority: string; month: string; why: unknown };

/**
 * Freezes, for each authority that was there at its end, the last month that is over, and every month since its first frozen one that
 * is missing: nights on which the portal was down or failed are made up for. Each is an act of its own, so that one that
 * fails keeps none of the others back.
 */
export async function freezeDueMonths(db: Db, now: Date): Promise<{ frozen: number; failed: FailedMonth[] }> {
  const last = periodBefore(monthOf(civilDay(now)));
  const kept = await monthsKept(db);
  const first = [...kept.values()].flatMap((months) => [...months]).reduce((a, b) => (a < b ? a : b), last);
  let frozen = 0;
  const failed: FailedMonth[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    for (const { id, slug } of await listAuthorities(db, daysOf(month)?.to ?? civilDay(now))) {
      const own = kept.get(id) ?? new Set();
      if (own.has(month) || (month !== last && ![...own].some((one) => one < month))) continue;
      try {
        const outcome = await freezeMonth(db, "portal", { authorityId: id, month }, now);
        if (outcome.ok) frozen += 1;
        // Another node was quicker.
        else if (outcome.code !== "service_quality.month_is_there") failed.push({ authority: slug, month, why: outcome.code });
      } catch (why) {
        failed.push({ authority: slug, month, why });
      }
    }
  }
  return { frozen, failed };
}

/** Months that are frozen, by authority. */
async function monthsKept(db: Db): Promise<Map<string, Set<string>>> {
  const rows = await db.selectDistinct({ authorityId: serviceMonths.authorityId, month: serviceMonths.month }).from(serviceMonths);
  const kept = new Map<string, Set<string>>();
  for (const { authorityId, month } of rows) kept.set(authorityId, (kept.get(authorityId) ?? new Set()).add(month));
  return kept;
}
