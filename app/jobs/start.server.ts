import PgBoss from "pg-boss";
import { type Job, type JobName, jobNames } from "#app/domain/queue-job.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { foldFigures } from "./fold-figures.server.ts";
import { foldSheetsJob } from "./fold-sheets.server.ts";
import { freezeMonths } from "./freeze-months.server.ts";
import { importRowsJob } from "./import-rows.server.ts";
import { jobError } from "./job-error.ts";
import { keepClocks } from "./keep-clocks.server.ts";
import { keepMail, sendDigests } from "./keep-mail.server.ts";
import { keepTerms } from "./keep-terms.server.ts";
import { keepUnitCopies } from "./keep-unit-copies.server.ts";
import { storeDigestsJob } from "./store-digests.server.ts";
import { workOff } from "./work-off.ts";

/** What a job of this queue brings; nothing when the clock asked for it. */
type DataOf<Name extends JobName> = Partial<Extract<Job, { name: Name }>["data"]>;

/**
 * What does the work of a queue, how often it looks for some (seconds) and takes how many at once, and when the clock asks
 * for it (Vietnam time). Jobs taken together are each done for itself; when time is over the queue gives those left out again.
 */
type Worker<Name extends JobName> = {
  every: number;
  atOnce?: number;
  work: (portal: Portal, data: DataOf<Name>) => Promise<unknown>;
  schedule?: string;
};

/** One for every queue: a queue without its worker does not compile. */
const workers: { [Name in JobName]: Worker<Name> } = {
  "deliver-message": { every: 1, atOnce: 50, work: (portal, { messageId = "" }) => deliverMessage(portal, messageId) },
  "fold-sheets": { every: 5, work: (portal, { roundId }) => foldSheetsJob(portal, roundId), schedule: "* * * * *" },
  "fold-figures": { every: 30, work: foldFigures, schedule: "* * * * *" },
  "import-rows": { every: 1, work: (portal, { importId = "" }) => importRowsJob(portal, importId) },
  "keep-unit-copies": { every: 30, work: keepUnitCopies, schedule: "1 * * * *" },
  "keep-clocks": { every: 30, work: keepClocks, schedule: "5 * * * *" },
  "keep-mail": { every: 30, work: keepMail, schedule: "*/15 * * * *" },
  "send-digests": { every: 30, work: sendDigests, schedule: "30 7 * * *" },
  "store-digests": { every: 30, work: storeDigestsJob, schedule: "10 0 * * *" },
  "freeze-months": { every: 30, work: freezeMonths, schedule: "40 0 * * *" },
  "keep-terms": { every: 30, work: keepTerms, schedule: "20 3 * * *" },
};

/** Starts the workers of this node. Each handler is a file of its own; a failed job is retried by the queue. */
export async function startJobs(portal: Portal, databaseUrl: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, application_name: "lang-nghe-jobs", migrate: false });
  boss.on("error", (error) => portal.log.error({ err: error }, "the job queue"));
  await boss.start();

  const open = async <Name extends JobName>(name: Name) => {
    const { every, atOnce = 1, work, schedule }: Worker<Name> = workers[name];
    await boss.createQueue(name);
    await boss.work<DataOf<Name>>(name, { pollingIntervalSeconds: every, batchSize: atOnce }, async (jobs) => {
      const noted = (error: unknown) => portal.log.error({ err: error, queue: name }, "a job failed");
      const { done, failed } = await workOff(jobs, (job) => work(portal, job.data ?? {}), noted);
      if (!failed) return;
      // What throws fails the batch; what is done before it does stays done.
      if (done.length > 0) await boss.complete(name, done);
      throw jobError(failed.error);
    });
    if (schedule) await boss.schedule(name, schedule, {}, { tz: "Asia/Ho_Chi_Minh" });
  };
  for (const name of jobNames) await open(name);
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
