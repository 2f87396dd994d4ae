import { sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { queueJob } from "#app/domain/queue-job.server.ts";
import { testKeys } from "#tests/support/keys.ts";
import { mailPortal, mailsOf } from "#tests/support/mail-portal.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { startJobs } from "./start.server.ts";

test("a mail job that throws fails alone: those taken with it are done, and it is to be tried again", { timeout: 60_000 }, async () => {
  const { db, client, url } = await cloneDatabase(4);
  const { portal, forget } = await mailPortal(db);
  const job = (messageId: string) => ({ name: "deliver-message" as const, data: { messageId } });
  // Before the mails of the case, so that it is taken first.
  await queueJob(db, job("no such id"));
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const states = async () => {
    const rows = await db.execute<{ state: string; broken: boolean; n: number }>(sql`
      select state::text, data ->> 'messageId' = 'no such id' as broken, count(*)::int as n
      from pgboss.job where name = 'deliver-message' group by 1, 2 order by 2, 1`);
    return rows.map(({ state, broken }) => [state, broken]);
  };

  const jobs = await startJobs(portal, url);
  await expect.poll(states, { timeout: 30_000 }).toEqual([
    ["completed", false],
    ["retry", true],
  ]);
  expect(new Set((await mailsOf(db, made.id)).map(({ state }) => state))).toEqual(new Set(["sent"]));
  await jobs.stop();
  await client.end();
  await forget();
});
