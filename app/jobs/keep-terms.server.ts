import { sql } from "drizzle-orm";
import { recordEvent } from "#app/domain/audit/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { eachInTurn } from "#app/domain/each-in-turn.ts";
import { eraseLeftFiles, eraseOldCases } from "#app/domain/feedback/index.server.ts";
import { forgetOldKeys } from "#app/domain/idempotency.server.ts";
import { forgetImportRows } from "#app/domain/intake/index.server.ts";
import { endOldSessions, forgetKeptForms } from "#app/domain/people/index.server.ts";
import { discardLeftBatches } from "#app/domain/paper/index.server.ts";
import { keepTitleWords } from "#app/domain/publishing/index.server.ts";
import { clearOldRemarks, eraseOldAnswers } from "#app/domain/remarks/index.server.ts";
import { forgetLists, forgetOrder, forgetPeople } from "#app/domain/samples/index.server.ts";
import { eraseSlipCodes, forgetDeviceDays, mixTexts, roundsToMix } from "#app/domain/surveys/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

type Db = Portal["db"];

/** Erases up to `atMost` of what is over its term, in the transaction it is given, and says how much; 0: nothing is due. */
type Term = {
  /** What went, in the event and in the log. */
  name: string;
  atMost: number;
  erase: (tx: Db, now: Date, atMost: number) => Promise<number>;
  /** True where the act leaves events that say more. */
  tells?: true;
};

const terms: readonly Term[] = [
  { name: "slips", atMost: 5_000, erase: eraseSlipCodes, tells: true },
  { name: "lists", atMost: 20, erase: (tx, now, atMost) => forgetLists(tx, civilDay(now), atMost) },
  { name: "deviceDays", atMost: 5_000, erase: (tx, now, atMost) => forgetDeviceDays(tx, civilDay(now), atMost) },
  { name: "answers", atMost: 5_000, erase: (tx, now, atMost) => eraseOldAnswers(tx, civilDay(now), atMost) },
  { name: "remarks", atMost: 5_000, erase: (tx, now, atMost) => clearOldRemarks(tx, civilDay(now), atMost) },
  { name: "imports", atMost: 20, erase: forgetImportRows },
  { name: "sessions", atMost: 5_000, erase: endOldSessions },
  { name: "forms", atMost: 500, erase: forgetKeptForms },
  { name: "keys", atMost: 5_000, erase: forgetOldKeys },
];

/** One term has so long a night; what is left waits for the next. All together stay below the queue's quarter of an hour. */
const longestMs = 30_000;

/**
 * Nightly: erases what the portal promised not to keep longer, and rows that serve nothing any more (limits are cleared
 * by their library). Each term is kept in transactions of its own, one by one or batch by batch until nothing is due; what went
 * is told in an event, the last step of its transaction, so that nobody waits long for the trace. A term that fails keeps no other.
 */
export async function keepTerms({ db, files, log, now }: Pick<Portal, "db" | "files" | "log" | "now">): Promise<void> {
  const at = now();
  const gone: Record<string, number> = {};
  const steps: readonly [name: string, work: () => Promise<number>][] = [
    ["cases", () => eraseOldCases(db, at)],
    ["files", () => eraseLeftFiles(db, files)],
    ["people", () => forgetPeople(db, at)],
    ["paperBatches", () => discardLeftBatches(db, at)],
    ["order", () => alone(db, "2min", (tx) => forgetOrder(tx, civilDay(at)))],
    ["texts", () => mixAll(db)],
    ...terms.map((term): [string, () => Promise<number>] => [term.name, () => keepTerm(db, term, at)]),
    ["titleWords", () => alone(db, "5min", keepTitleWords)],
  ];
  try {
    await eachInTurn(
      steps,
      async ([name, work]) => {
        const count = await work();
        if (count > 0) gone[name] = count;
      },
      (error, [name]) => log.error({ err: error, term: name }, "a term was not kept"),
    );
  } finally {
    if (Object.keys(gone).length > 0) log.info(gone, "erased what is over its term");
  }
}

async function keepTerm(db: Db, { name, atMost, erase, tells }: Term, now: Date): Promise<number> {
  const startedAt = performance.now();
  for (let gone = 0; ;) {
    const count = await db.transaction(async (tx) => {
      // What is due is looked for in tables that grow: nobody waits for it at night.
      await allow(tx, "2min");
      const erased = await erase(tx, now, atMost);
      if (erased > 0 && !tells) {
        await recordEvent(tx, "portal", { act: "portal.terms_kept", subject: "portal", subjectId: "terms", data: { [name]: erased } }, now);
      }
      return erased;
    });
    gone += count;
    if (count === 0 || performance.now() - startedAt > longestMs) return gone;
  }
}

/** Each round's open answers by themselves. */
async function mixAll(db: Db): Promise<number> {
  await eachInTurn(await roundsToMix(db), (roundId) => alone(db, "2min", (tx) => mixTexts(tx, roundId)));
  return 0;
}

/** A transaction for one statement that takes all at once. */
async function alone(db: Db, longest: string, work: (tx: Db) => Promise<void>): Promise<number> {
  await db.transaction(async (tx) => {
    await allow(tx, longest);
    await work(tx);
  });
  return 0;
}

/** Until the transaction ends its statements may take longer than those somebody waits for. */
const allow = (tx: Db, longest: string) => tx.execute(sql`select set_config('statement_timeout', ${longest}, true)`);
