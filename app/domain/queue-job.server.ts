import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";

/** Work that is done after the act has been committed. */
export type Job =
  | { name: "deliver-message"; data: { messageId: string } }
  | { name: "fold-sheets"; data: { roundId: string } }
  | { name: "import-rows"; data: { importId: string } };

/** Every queue of the portal, those that only the clock fills included. */
export const jobNames = [
  "deliver-message",
  "fold-sheets",
  "fold-figures",
  "import-rows",
  "keep-unit-copies",
  "keep-clocks",
  "store-digests",
  "keep-terms",
  "keep-mail",
  "send-digests",
  "freeze-months",
] as const;
export type JobName = (typeof jobNames)[number];

/** After so many seconds a job's worker counts as dead, and another one gets the job. The queue's own measure is 15 minutes. */
const deadAfter: Partial<Record<JobName, number>> = { "import-rows": 120 };
const deadAfterUsually = 900;

/**
 * Puts a job into the queue (pg-boss) in the act's own transaction:
 * no act without its job, no job without its act.
 * @param startAfter not before then; at once without it
 */
export async function queueJob(tx: Db, job: Job, startAfter?: Date): Promise<void> {
  await tx.execute(
    sql`insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, start_after, expire_in)
        values (${job.name}, ${JSON.stringify(job.data)}::jsonb, 8, 15, true, coalesce(${startAfter?.toISOString() ?? null}::timestamptz, now()),
          make_interval(secs => ${deadAfter[job.name] ?? deadAfterUsually}))`,
  );
}

/** True while such a job waits, works or is to be tried again. */
export async function hasLivingJob(db: Db, job: Job): Promise<boolean> {
  const rows = await db.execute(
    sql`select 1 from pgboss.job where name = ${job.name} and data = ${JSON.stringify(job.data)}::jsonb and state in ('created', 'retry', 'active') limit 1`,
  );
  return rows.length > 0;
}
