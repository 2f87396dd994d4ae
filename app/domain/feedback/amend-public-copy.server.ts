import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { findPublic, publish, type PublicContent } from "../publishing/index.server.ts";
import { casePublication } from "./case-publication.ts";
import type { CaseRow } from "./take-case.server.ts";

type CaseCopy = PublicContent["case"];

/**
 * Changes facts of a case's public copy while it is shown; a hidden one, or none, stays as it is. No text may change so:
 * those were decided on when an official published them.
 */
async function amend(tx: Db, { id, code }: CaseRow, change: (copy: CaseCopy) => Partial<CaseCopy>, now: Date): Promise<void> {
  const copy = await findPublic(tx, "case", code);
  if (!copy) return;
  const content = { ...copy.content, ...change(copy.content) };
  await publish(tx, "portal", { ...casePublication(id, content), sortDay: copy.sortDay, personalDataAccepted: true }, now);
}

/** The stars stand with the public answer; the comment does not. */
export const showStars = (tx: Db, seen: CaseRow, stars: number, now: Date): Promise<void> => amend(tx, seen, () => ({ rating: stars }), now);

/** Everybody sees that the answer is being looked at again; the first one stays meanwhile (domain.md 7.3, transition 22). */
export const showReopened = (tx: Db, seen: CaseRow, now: Date): Promise<void> =>
  amend(tx, seen, ({ timeline }) => ({ timeline: [...timeline, { step: "reopened", on: civilDay(now), unit: null }] }), now);
