import type { Db } from "#db/schema/handle.ts";

/** Carries a refusal out of a transaction, so that the transaction is rolled back. */
class RolledBack extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("refused");
    this.outcome = outcome;
  }
}

/** Runs an act in one transaction (a savepoint inside another one). What is refused leaves nothing behind. */
export async function inOneAct<Result extends { ok: boolean }>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  try {
    return await db.transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new RolledBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Result;
    throw error;
  }
}
