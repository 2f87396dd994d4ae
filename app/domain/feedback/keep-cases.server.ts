import { and, asc, eq, inArray, isNull, lt } from "drizzle-orm";
import { cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase } from "./move-case.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { transitionOf, type TransitionName } from "./transitions.ts";
import { ratingWindowDays } from "./vocabulary.ts";

/** What is said to a sender whose time to add what was missing ran out. The mail puts it into words. */
const lapsed = "R02";

/** Cases looked at in one run; what is left waits for the next. */
const atOnce = 500;

/**
 * What the portal does by itself as days pass: refuses cases whose supplement never came (transition 4), and closes
 * answered ones when the time to rate is over (23). Each case is its own transaction; running twice changes nothing.
 */
export async function keepCases(db: Db, keys: Keys, now = new Date()): Promise<{ lapsed: number; closed: number }> {
  const today = civilDay(now);
  const waiting = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(clocks, and(eq(clocks.caseId, cases.id), eq(clocks.step, "supplement"), isNull(clocks.stoppedOn)))
    .where(and(eq(cases.state, "CHO_BO_SUNG"), lt(clocks.dueOn, today)))
    .orderBy(asc(cases.id))
    .limit(atOnce);
  const over = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.state, ["DA_CONG_KHAI", "KHONG_CONG_KHAI"]), lt(cases.answeredAt, startOfCivilDay(plusDays(today, -ratingWindowDays)))))
    .orderBy(asc(cases.id))
    .limit(atOnce);

  const count = { lapsed: 0, closed: 0 };
  for (const { id } of waiting) if ((await letSupplementLapse(db, keys, id, now)).ok) count.lapsed += 1;
  for (const { id } of over) if ((await closeCase(db, id, now)).ok) count.closed += 1;
  return count;
}

const letSupplementLapse = (db: Db, keys: Keys, id: string, now: Date) =>
  inOneAct(db, async (tx) => {
    const taken = await takeById(tx, id, "let_supplement_lapse");
    if (!taken.ok) return taken;
    const set = { refusalReason: lapsed, refusalText: null, closedAt: now } as const;
    const moved = await moveCase(tx, "portal", taken.value, "let_supplement_lapse", { set, data: { reason: lapsed } }, now);
    if (!moved.ok) return moved;
    const { code } = taken.value;
    await tellSender(tx, keys, taken.value, { template: "case_refused", data: { code, reason: lapsed, text: "" } }, now);
    return done({ id });
  });

const closeCase = (db: Db, id: string, now: Date) =>
  inOneAct(db, async (tx) => {
    const taken = await takeById(tx, id, "close");
    if (!taken.ok) return taken;
    const moved = await moveCase(tx, "portal", taken.value, "close", { set: { closedAt: now } }, now);
    return moved.ok ? done({ id }) : moved;
  });

/** A case the portal itself moves; somebody may have been faster. */
async function takeById(tx: Db, id: string, name: TransitionName) {
  const [found] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), inArray(cases.state, [...transitionOf(name).from])))
    .for("update");
  return found ? done<CaseRow>(found) : refuse("case.wrong_state");
}
