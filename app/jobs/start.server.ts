import PgBoss from "pg-boss";
import { jobNames } from "#app/domain/queue-job.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { foldSheetsJob } from "./fold-sheets.server.ts";
import { keepClocks } from "./keep-clocks.server.ts";
import { keepTerms } from "./keep-terms.server.ts";
import { storeDigestsJob } from "./store-digests.server.ts";

const inVietnam = { tz: "Asia/Ho_Chi_Minh" };

/** Starts the workers of this node. Each handler is a file of its own; a failed job is retried by the queue. */
export async function startJobs(portal: Portal, databaseUrl: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, application_name: "lang-nghe-jobs", migrate: false });
  boss.on("error", (error) => portal.log.error({ err: error }, "the job queue"));
  await boss.start();

  for (const name of jobNames) await boss.createQueue(name);
  await boss.work<{ messageId: string }>("deliver-message", { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await deliverMessage(portal, job.data.messageId);
  });
  await boss.work<{ roundId?: string }>("fold-sheets", { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) await foldSheetsJob(portal, job.data.roundId);
  });
  await boss.schedule("fold-sheets", "* * * * *");
  await boss.work("keep-clocks", { pollingIntervalSeconds: 30 }, async () => keepClocks(portal));
  await boss.schedule("keep-clocks", "5 * * * *", {}, inVietnam);
  await boss.work("store-digests", { pollingIntervalSeconds: 30 }, async () => storeDigestsJob(portal));
  await boss.schedule("store-digests", "10 0 * * *", {}, inVietnam);
  await boss.work("keep-terms", { pollingIntervalSeconds: 30 }, async () => keepTerms(portal));
  await boss.schedule("keep-terms", "20 3 * * *", {}, inVietnam);

  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
