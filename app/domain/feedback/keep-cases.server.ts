import { and, asc, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, type CivilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
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

/** Cases read at once, and how often in one run; what is left waits for the next. */
const atOnce = 500;
const pagesMost = 10;

/**
 * What the portal does by itself as days pass: refuses cases whose supplement never came (transition 4), and closes
 * answered ones when the time to rate is over (23). Each case is its own transaction; running twice changes nothing. One
 * that fails, or is refused, keeps no other; errors are thrown at the end.
 */
export async function keepCases(db: Db, keys: Keys, now = new Date()): Promise<{ lapsed: number; closed: number }> {
  const count = { lapsed: 0, closed: 0 };
  const letLapse = async (id: string) => {
    if ((await letSupplementLapse(db, keys, id, now)).ok) count.lapsed += 1;
  };
  const close = async (id: string) => {
    if ((await closeCase(db, id, now)).ok) count.closed += 1;
  };
  await eachInTurn(
    [
      { page: waitedInVain, act: letLapse },
      { page: overToRate, act: close },
    ],
    ({ page, act }) => eachInTurn(inPages(db, page, civilDay(now)), act),
  );
  return count;
}

type Page = (db: Db, today: CivilDay, after: string | undefined) => Promise<{ id: string }[]>;

/** Page by page behind the last one: cases that stay as they are do not stand before the others for ever. */
async function* inPages(db: Db, page: Page, today: CivilDay): AsyncGenerator<string> {
  let after: string | undefined;
  for (let read = 0; read < pagesMost; read++) {
    const rows = await page(db, today, after);
    for (const { id } of rows) yield id;
    after = rows.at(-1)?.id;
    if (rows.length < atOnce) return;
  }
}

const waitedInVain: Page = (db, today, after) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(clocks, and(eq(clocks.caseId, cases.id), eq(clocks.step, "supplement"), isNull(clocks.stoppedOn)))
    .where(and(eq(cases.state, "CHO_BO_SUNG"), lt(clocks.dueOn, today), after ? gt(cases.id, after) : undefined))
    .orderBy(asc(cases.id))
    .limit(atOnce);

const overToRate: Page = (db, today, after) =>
  db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        inArray(cases.state, ["DA_CONG_KHAI", "KHONG_CONG_KHAI"]),
        lt(cases.answeredAt, startOfCivilDay(plusDays(today, -ratingWindowDays))),
        after ? gt(cases.id, after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(atOnce);

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
