import PgBoss from "pg-boss";
import type { Portal } from "#app/platform/portal.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { foldSheetsJob } from "./fold-sheets.server.ts";
import { keepClocks } from "./keep-clocks.server.ts";

/** Starts the workers of this node. Each handler is a file of its own; a failed job is retried by the queue. */
export async function startJobs(portal: Portal, databaseUrl: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, application_name: "lang-nghe-jobs", migrate: false });
  boss.on("error", (error) => portal.log.error({ err: error }, "the job queue"));
  await boss.start();

  for (const name of ["deliver-message", "fold-sheets", "keep-clocks"]) await boss.createQueue(name);
  await boss.work<{ messageId: string }>("deliver-message", { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await deliverMessage(portal, job.data.messageId);
  });
  await boss.work<{ roundId?: string }>("fold-sheets", { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) await foldSheetsJob(portal, job.data.roundId);
  });
  await boss.schedule("fold-sheets", "* * * * *");
  await boss.work("keep-clocks", { pollingIntervalSeconds: 30 }, async () => keepClocks(portal));
  await boss.schedule("keep-clocks", "5 * * * *", {}, { tz: "Asia/Ho_Chi_Minh" });

  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
