import { spawn } from "node:child_process";
import { asc, eq, sql } from "drizzle-orm";
import { auditEvents, caseImports, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { findImport, orderImport, startImport } from "#app/domain/intake/index.server.ts";
import { deactivateOfficial } from "#app/domain/people/index.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { breakRows } from "#tests/support/break-rows.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { house } from "#tests/support/source-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { importRowsJob } from "./import-rows.server.ts";

const now = new Date("2026-11-20T03:00:00Z");
const body = "Đèn đường trước số nhà 12 hỏng đã ba ngày, buổi tối đi lại rất nguy hiểm.";

/** An import of `count` rows of which the last two are wrong, ordered by somebody of intake. */
async function ordered(db: Db, count: number) {
  const by = await makeOfficial(db, { roles: ["intake"] });
  const line = (number: number) => `PA-${number},${number > count - 2 ? "Ngắn" : body},Trước số 12`;
  const content = Buffer.from(`Mã phản ánh,Nội dung phản ánh,Địa điểm\n${Array.from({ length: count }, (_, at) => line(at + 1)).join("\n")}\n`);
  const started = await startImport(db, testKeys, by, { source: "Tổng đài (mẫu)", content }, now);
  if (!started.ok) throw new Error(started.code);
  expect(await orderImport(db, testKeys, by, started.value.id, now)).toMatchObject({ ok: true });
  return { by, id: started.value.id };
}

const portalOn = (db: Db) => ({
  db,
  keys: testKeys,
  files: { ...memoryFiles(), read: async () => undefined },
  log: openLog("silent"),
  now: () => now,
});
const jobsOf = async (db: Db, id: string) =>
  (await db.execute(sql`select 1 from pgboss.job where name = 'import-rows' and data ->> 'importId' = ${id}`)).length;
const numbersOf = async (db: Db) =>
  (await db.select({ number: cases.originalNumber }).from(cases).orderBy(asc(cases.originalNumber))).map((one) => one.number);
const importOf = async (db: Db, id: string) => first(await db.select().from(caseImports).where(eq(caseImports.id, id)));

test("the order makes no case: a job does, in parts that hand on to the next", async ({ db }) => {
  const { by, id } = await ordered(db, 32);
  expect([await db.$count(cases), await jobsOf(db, id)]).toEqual([0, 1]);
  await importRowsJob(portalOn(db), id);
  expect([await db.$count(cases), await jobsOf(db, id)]).toEqual([25, 2]);
  expect(await importOf(db, id)).toMatchObject({ state: "running", made: 25 });
  await importRowsJob(portalOn(db), id);
  expect(await importOf(db, id)).toMatchObject({ state: "done", made: 30, wrong: 2, known: 0 });
  expect((await findImport(db, testKeys, by, id, now))?.kept?.rows.map(({ line }) => line)).toEqual([32, 33]);

  for (let again = 0; again < 2; again++) await importRowsJob(portalOn(db), id);
  expect([await db.$count(cases), await jobsOf(db, id)]).toEqual([30, 2]);
  const events = await db.select({ act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.seq);
  expect(events.map(({ act }) => act)).toEqual(["import.ordered", "import.done"]);
});

test("pressed twice, an import has one job and one line in the trace; one whose job is gone gets a new one", async () => {
  const { db, client } = await cloneDatabase(4);
  const { by, id } = await ordered(db, 4);
  await Promise.all([orderImport(db, testKeys, by, id, now), orderImport(db, testKeys, by, id, now)]);
  expect(await jobsOf(db, id)).toBe(1);
  await db.execute(sql`update pgboss.job set state = 'failed' where data ->> 'importId' = ${id}`);
  expect(await orderImport(db, testKeys, by, id, now)).toMatchObject({ ok: true });
  expect(await jobsOf(db, id)).toBe(2);
  expect(await db.$count(auditEvents, eq(auditEvents.act, "import.ordered"))).toBe(1);
  await client.end();
});

test("two workers with the same job make each case once", async () => {
  const { db, client } = await cloneDatabase(6);
  const { id } = await ordered(db, 12);
  await Promise.all([importRowsJob(portalOn(db), id), importRowsJob(portalOn(db), id)]);
  expect(new Set(await numbersOf(db)).size).toBe(10);
  expect(await db.$count(cases)).toBe(10);
  expect(await importOf(db, id)).toMatchObject({ state: "done", made: 10, wrong: 2, known: 0 });
  await client.end();
});

/** A worker of its own, which a test may kill as a power cut would. */
const workerCode = `
  const { connect } = await import("#db/client.server.ts");
  const { testKeys } = await import("#tests/support/keys.ts");
  const { memoryFiles } = await import("#tests/support/memory-files.ts");
  const { openLog } = await import("#app/platform/log.server.ts");
  const { importRowsJob } = await import("#app/jobs/import-rows.server.ts");
  const { db } = connect(process.env.WORKER_DATABASE, 2);
  const files = { ...memoryFiles(), read: async () => undefined };
  await importRowsJob({ db, keys: testKeys, files, log: openLog("silent"), now: () => new Date(process.env.WORKER_NOW) }, process.env.WORKER_IMPORT);
`;

test("a worker killed in the middle: the next one goes on, and each row is a case once", { timeout: 120_000 }, async () => {
  const { db, client, url } = await cloneDatabase(4);
  const { id } = await ordered(db, 25);
  const worker = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", workerCode], {
    cwd: house,
    stdio: "ignore",
    env: { ...process.env, WORKER_DATABASE: url, WORKER_IMPORT: id, WORKER_NOW: now.toISOString() },
  });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  await expect.poll(() => db.$count(cases), { timeout: 90_000, interval: 5 }).toBeGreaterThan(0);
  worker.kill("SIGKILL");
  await ended;
  const before = await db.$count(cases);
  expect(before).toBeLessThan(23);
  expect(await importOf(db, id)).toMatchObject({ state: "running", made: before });

  await importRowsJob(portalOn(db), id);
  expect(await db.$count(cases)).toBe(23);
  expect(new Set(await numbersOf(db)).size).toBe(23);
  expect(await importOf(db, id)).toMatchObject({ state: "done", made: 23, wrong: 2, known: 0 });
  await client.end();
});

test("a row that fails is given back, and those behind it become cases all the same", async ({ db }) => {
  const { by, id } = await ordered(db, 32);
  await breakRows(db, "cases", sql`new.original_number = 'PA-2'`, "insert");
  for (let job = 0; job < 2; job++) await importRowsJob(portalOn(db), id);
  expect(await importOf(db, id)).toMatchObject({ state: "done", made: 29, wrong: 3 });
  expect(await numbersOf(db)).not.toContain("PA-2");
  const left = (await findImport(db, testKeys, by, id, now))?.kept?.rows;
  expect(left?.map(({ line, refusal }) => [line, refusal?.code])).toEqual([
    [3, "import.row_failed"],
    [32, undefined],
    [33, undefined],
  ]);
});

test("whoever left while the list was worked off makes no more cases", async ({ db }) => {
  const { by, id } = await ordered(db, 5);
  expect(await deactivateOfficial(db, await makeOfficial(db, { roles: ["admin"] }), by.id, now)).toMatchObject({ ok: true });
  await importRowsJob(portalOn(db), id);
  expect(await db.$count(cases)).toBe(0);
});
