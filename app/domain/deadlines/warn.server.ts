import { and, eq } from "drizzle-orm";
import { clockWarnings, warningDigests, warningRuns } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { listDeadlinesOf } from "../feedback/index.server.ts";
import type { Keys } from "../keys.ts";
import { queueMessage } from "../messages/index.server.ts";
import { findOfficial } from "../people/index.server.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import { loadDesks } from "./addressees.server.ts";
import { listDueWarnings, type DueWarning } from "./due-warnings.server.ts";

/** Lines of one mail; the rest is counted and stands in the office. */
const linesOfMail = 100;
const rowsAtOnce = 1_000;

/**
 * The warnings of a day: one mail to each official, with all that is near its end or over. Each warning is decided once
 * for clock, threshold and official, and each official gets one mail a day: run as often as wanted, by as many nodes,
 * broken off and begun again, nothing is sent twice. Nobody is told of a case he may not read. An official whose mail
 * fails keeps no other's; errors are thrown at the end, and the day's run counts as done only without any.
 */
export async function warnOfDeadlines(db: Db, keys: Keys, now = new Date()): Promise<{ officials: number; warnings: number }> {
  const today = civilDay(now);
  const counted = { officials: 0, warnings: 0 };
  const [over] = await db.select().from(warningRuns).where(eq(warningRuns.day, today));
  if (over) return counted;

  const addressees = await loadDesks(db, today);
  const byOfficial = new Map<string, DueWarning[]>();
  for (const due of await listDueWarnings(db, today)) {
    for (const id of await addressees(due, due.warning.rungs)) {
      const theirs = byOfficial.get(id);
      if (theirs) theirs.push(due);
      else byOfficial.set(id, [due]);
    }
  }
  const names = new Map((await listUnitsInForce(db, today)).map(({ id, nameVi, nameEn }) => [id, { unitVi: nameVi, unitEn: nameEn }]));
  await eachInTurn(byOfficial, async ([officialId, due]) => {
    const told = await warnOfficial(db, keys, officialId, due, names, now);
    if (told > 0) counted.officials += 1;
    counted.warnings += told;
  });
  await db.insert(warningRuns).values({ day: today, createdAt: now }).onConflictDoNothing();
  return counted;
}

/** Answers how many warnings the mail lists; 0: told today already, or nothing new. */
async function warnOfficial(
  db: Db,
  keys: Keys,
  officialId: string,
  due: readonly DueWarning[],
  names: ReadonlyMap<string, { unitVi: string; unitEn: string }>,
  now: Date,
): Promise<number> {
  const today = civilDay(now);
  return db.transaction(async (tx) => {
    const official = await findOfficial(tx, officialId, today);
    if (!official) return 0;
    const [digest] = await tx
      .insert(warningDigests)
      .values({ officialId, day: today, warnings: 0, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (!digest) return 0;

    const readable = await listDeadlinesOf(
      tx,
      official,
      due.map(({ clockId }) => clockId),
    );
    const mayRead = new Set(readable.map(({ clockId }) => clockId));
    const decided = new Set<string>();
    const wanted = due.filter(({ clockId }) => mayRead.has(clockId));
    for (let first = 0; first < wanted.length; first += rowsAtOnce) {
      const rows = wanted.slice(first, first + rowsAtOnce).map(({ clockId, warning: { kind, thresholdOn } }) => ({
        clockId,
        kind,
        thresholdOn,
        officialId,
        decidedOn: today,
        createdAt: now,
      }));
      for (const { clockId } of await tx.insert(clockWarnings).values(rows).onConflictDoNothing().returning({ clockId: clockWarnings.clockId })) {
        decided.add(clockId);
      }
    }
    const fresh = wanted.filter(({ clockId }) => decided.has(clockId)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    const ofToday = and(eq(warningDigests.officialId, officialId), eq(warningDigests.day, today));
    if (fresh.length === 0) {
      await tx.delete(warningDigests).where(ofToday);
      return 0;
    }
    await tx.update(warningDigests).set({ warnings: fresh.length }).where(ofToday);
    const items = fresh.slice(0, linesOfMail).map(({ code, kind, step, dueOn, unitId, warning }) => ({
      code,
      kind,
      step,
      dueOn,
      warning: warning.kind,
      overdueDays: warning.overdueDays,
      ...(names.get(unitId ?? "") ?? { unitVi: "", unitEn: "" }),
    }));
    const data = { day: today, items, more: fresh.length - items.length };
    await queueMessage(tx, keys, { template: "deadline_digest", data, address: official.email, language: "vi", caseId: null }, now);
    return fresh.length;
  });
}
