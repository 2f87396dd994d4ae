import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { storeSheets, type Submission, type SubmissionOutcome } from "./store-sheets.server.ts";

type Waiting = { submission: Submission; now: Date; answer: (outcome: SubmissionOutcome) => void; fail: (error: unknown) => void };
/** `unfolded`: sheets this node stored since it last asked for a fold. */
type Lane = { waiting: Waiting[]; atWork: number; unfolded: number };

const lanes = new WeakMap<Db, Lane>();
/** Transactions of submissions at the same time on one node, and sheets in one of them. */
const transactionsAtOnce = 2;
const sheetsAtOnce = 100;
/** The tail is counted for every figure, so it is not left to grow until the fold of the next minute. */
const unfoldedMost = 500;

/**
 * Stores an answer sheet and answers after COMMIT. Alone, a sheet is stored at once; while others are being stored, the
 * sheets that arrive wait for the next transaction and share it. Should that transaction fail, each of them is tried
 * again by itself, so that one bad sheet fails alone.
 */
export function submitSheet(db: Db, keys: Keys, submission: Submission, now = new Date()): Promise<SubmissionOutcome> {
  const lane = lanes.get(db) ?? { waiting: [], atWork: 0, unfolded: 0 };
  lanes.set(db, lane);
  return new Promise((answer, fail) => {
    lane.waiting.push({ submission, now, answer, fail });
    if (lane.atWork < transactionsAtOnce) void work(db, keys, lane);
  });
}

async function work(db: Db, keys: Keys, lane: Lane): Promise<void> {
  lane.atWork += 1;
  while (lane.waiting.length > 0) await storeTogether(db, keys, lane, lane.waiting.splice(0, sheetsAtOnce));
  lane.atWork -= 1;
}

async function storeTogether(db: Db, keys: Keys, lane: Lane, batch: readonly Waiting[]): Promise<void> {
  try {
    const fold = lane.unfolded >= unfoldedMost;
    lane.unfolded = (fold ? 0 : lane.unfolded) + batch.length;
    const outcomes = await storeSheets(db, keys, batch, { fold });
    for (const [index, { answer, fail }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome) answer(outcome);
      else fail(new Error("A sheet got no answer"));
    }
  } catch (error) {
    if (batch.length === 1) batch[0]?.fail(error);
    else for (const one of batch) await storeTogether(db, keys, lane, [one]);
  }
}
