import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";

/** Work that is done after the act has been committed. */
export type Job = { name: "deliver-message"; data: { messageId: string } } | { name: "fold-sheets"; data: { roundId: string } };

/** Every queue of the portal, those that only the clock fills included. */
export const jobNames = [
  "deliver-message",
  "fold-sheets",
  "fold-figures",
  "keep-clocks",
  "store-digests",
  "keep-terms",
  "keep-mail",
  "send-digests",
] as const;
export type JobName = (typeof jobNames)[number];

/**
 * Puts a job into the queue (pg-boss) in the act's own transaction:
 * no act without its job, no job without its act.
 * @param startAfter not before then; at once without it
 */
export async function queueJob(tx: Db, job: Job, startAfter?: Date): Promise<void> {
  await tx.execute(
    sql`insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, start_after)
        values (${job.name}, ${JSON.stringify(job.data)}::jsonb, 8, 15, true, coalesce(${startAfter?.toISOString() ?? null}::timestamptz, now()))`,
  );
}
