import { and, eq } from "drizzle-orm";
import { sampleFrames, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { openFrame } from "./find-frame.server.ts";
import { targetProblems } from "./guess-targets.ts";
import { readTransactions } from "./read-transactions.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import { toStrata } from "./to-strata.ts";

/**
 * Takes a list as its columns are understood: its transactions are counted by stratum, and a sample can be planned.
 * Refuses `sample.no_list`, `sample.columns_open` and `sample.list_empty`.
 */
export async function acceptList(db: Db, keys: Keys, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now);
    if (!allowed.ok) return allowed;
    const round = allowed.value;
    const seen = await openFrame(tx, keys, round.id, now);
    if (!seen || seen.frame.state !== "draft") return refuse("sample.no_list");
    const { missing, twice } = targetProblems(seen.frame.mapping);
    if (missing.length > 0 || twice.length > 0) return refuse("sample.columns_open");

    const { transactions, wrong, repeated } = await readTransactions(tx, round, { ...seen.frame, rows: seen.kept.rows }, now);
    if (transactions.length === 0) return refuse("sample.list_empty");
    const strata = toStrata(transactions, seen.frame.strataKind);
    const counts = { taken: transactions.length, wrong: wrong.length, repeated };
    const [taken] = await tx
      .update(sampleFrames)
      .set({ state: "ready", ...counts })
      .where(and(eq(sampleFrames.id, seen.frame.id), eq(sampleFrames.state, "draft")))
      .returning({ id: sampleFrames.id });
    if (!taken) return refuse("sample.no_list");
    await tx
      .insert(sampleStrata)
      .values(strata.map(({ unitId, procedureId, transactions: own }) => ({ roundId: round.id, unitId, procedureId, population: own.length })));
    const data = { rows: seen.frame.rows, ...counts, strata: strata.length, file: seen.frame.fileSha256 };
    await recordEvent(tx, by, { act: "sample.list_taken", subject: "round", subjectId: round.id, data }, now);
    return done({ ...counts, strata: strata.length });
  });
}
