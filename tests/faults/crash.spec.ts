import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { askAgain, findStormRound, markBefore, reconcile, startStorm } from "#app/commands/bench/submission-storm.ts";
import { findOpenRound, getJson, newComment, newSheet, post, type OpenRound } from "#tests/support/api.ts";
import { databaseOf, makeDataDir, removeDataDir, startPortal, type PortalProcess } from "#tests/support/portal-process.ts";

let folder: string | undefined;
/** One world for all tests of this file, each of which leaves it stopped and sound. */
const dataDir = () => (folder ??= makeDataDir());

test.afterAll(() => removeDataDir(dataDir()));

test("SIGTERM ends the portal and its PostgreSQL; the next start, within 15 seconds, has everything", async () => {
  test.setTimeout(300_000);
  const first = await start("sigterm-1");
  const postmaster = postmasterOf(first);
  const kept = await submit(first, { sheets: 5, cases: 2 });
  const before = await count(first);
  expect(await first.stop()).toBe(0);
  expect(isAlive(postmaster)).toBe(false);

  const startedAt = Date.now();
  const second = await start("sigterm-2");
  const took = Date.now() - startedAt;
  expect(await count(second)).toEqual(before);
  await expectKept(second, kept);
  expect(await second.stop()).toBe(0);
  expect(took).toBeLessThan(15_000);
});

test("after SIGKILL in the midst of submissions, every one that was acknowledged is there, and none twice", async () => {
  test.setTimeout(300_000);
  const first = await start("sigkill-1");
  const postmaster = postmasterOf(first);
  const before = await count(first);

  const storm = await startUntilGone(first);
  await storm.until({ sheets: 50, cases: 5 });
  await first.kill();
  if (isAlive(postmaster)) process.kill(postmaster, "SIGKILL");
  const { acknowledged, sent } = await storm.end();

  const second = await start("sigkill-2");
  const after = await count(second);
  const sheets = after.sheets - before.sheets;
  const cases = after.cases - before.cases;
  expect(sheets).toBeGreaterThanOrEqual(acknowledged.sheets.length);
  expect(sheets).toBeLessThanOrEqual(sent.sheets);
  expect(cases).toBeGreaterThanOrEqual(acknowledged.cases.length);
  expect(cases).toBeLessThanOrEqual(sent.cases);

  await expectKept(second, acknowledged);
  expect(await count(second)).toEqual(after);
  expect(await second.stop()).toBe(0);
});

test("when PostgreSQL alone is killed, the portal starts it again and loses nothing", async () => {
  test.setTimeout(300_000);
  const portal = await start("postgres-killed");
  const kept = await submit(portal, { sheets: 3, cases: 1 });
  const killed = postmasterOf(portal);
  process.kill(killed, "SIGKILL");

  await expect(async () => {
    const ready = await fetch(`${portal.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(postmasterOf(portal)).not.toBe(killed);
  }).toPass({ timeout: 60_000 });
  await expectKept(portal, kept);
  expect(await portal.stop()).toBe(0);
});

test("killed twice while forms and programs send sheets and try again by key, it stores each exactly once", async () => {
  test.setTimeout(400_000);
  let portal = await start("storm-1");
  const database = () => databaseOf(portal);
  await markBefore(database());
  const round = await findStormRound(portal.url);
  const storm = startStorm(round, { url: () => portal.url, people: 12 });
  for (const name of ["storm-2", "storm-3"]) {
    const before = storm.sent.length;
    await expect(() => expect(storm.sent.length).toBeGreaterThan(before + 60)).toPass({ timeout: 60_000 });
    const postmaster = postmasterOf(portal);
    await portal.kill();
    if (name === "storm-3" && isAlive(postmaster)) process.kill(postmaster, "SIGKILL");
    portal = await start(name);
  }
  const sent = await storm.end();
  expect(await askAgain(portal.url, round, sent, 20)).toEqual([]);
  const nothing = { lost: 0, doubled: 0, strangers: 0, unanswered: 0 };
  expect(await reconcile(database(), round, sent)).toEqual({ ...nothing, stored: sent.length, keys: sent.length });
  expect(sent.some(({ tries }) => tries > 1)).toBe(true);
  expect(await portal.stop()).toBe(0);
});

type Kept = {
  sheets: { key: string; receipt: string }[];
  cases: { key: string; mark: string; code: string; receiptKey: string }[];
  round: OpenRound;
};

const start = (name: string) => startPortal(name, { dataDir: dataDir(), env: { NO_RATE_LIMIT: "1" } });

async function sendSheet(origin: string, round: OpenRound, key: string): Promise<string> {
  const answer = await post(`${origin}/api/v1/rounds/${round.slug}/answers`, newSheet(round), key);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { receipt: string }).receipt;
}

async function sendComment(origin: string, mark: string, key: string): Promise<{ code: string; receiptKey: string }> {
  const answer = await post(`${origin}/api/v1/cases`, newComment(mark), key);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { code: string; receiptKey: string };
}

async function submit({ url }: PortalProcess, wanted: { sheets: number; cases: number }): Promise<Kept> {
  const round = await findOpenRound(url);
  const kept: Kept = { sheets: [], cases: [], round };
  for (let n = 0; n < wanted.sheets; n += 1) {
    const key = randomUUID();
    kept.sheets.push({ key, receipt: await sendSheet(url, round, key) });
  }
  for (let n = 0; n < wanted.cases; n += 1) {
    const key = randomUUID();
    kept.cases.push({ key, mark: key, ...(await sendComment(url, key, key)) });
  }
  return kept;
}

/** Many people at once, until the portal is gone. Only what was answered 201 counts as acknowledged. */
async function startUntilGone({ url }: PortalProcess) {
  const round = await findOpenRound(url);
  const acknowledged: Kept = { sheets: [], cases: [], round };
  const sent = { sheets: 0, cases: 0 };
  let ending = false;

  async function work(send: (key: string) => Promise<void>) {
    while (!ending) {
      try {
        await send(randomUUID());
      } catch {
        // Killed while it answered: nobody was told that it is stored.
        return;
      }
    }
  }
  const sheetSender = () =>
    work(async (key) => {
      sent.sheets += 1;
      acknowledged.sheets.push({ key, receipt: await sendSheet(url, round, key) });
    });
  const caseSender = () =>
    work(async (key) => {
      sent.cases += 1;
      acknowledged.cases.push({ key, mark: key, ...(await sendComment(url, key, key)) });
    });
  const senders = [...Array.from({ length: 8 }, sheetSender), ...Array.from({ length: 2 }, caseSender)];

  return {
    async until(wanted: { sheets: number; cases: number }) {
      const deadline = Date.now() + 60_000;
      while (acknowledged.sheets.length < wanted.sheets || acknowledged.cases.length < wanted.cases) {
        if (Date.now() > deadline) throw new Error(`Only ${acknowledged.sheets.length} sheets and ${acknowledged.cases.length} cases in a minute`);
        await new Promise((resume) => setTimeout(resume, 5));
      }
    },
    async end() {
      ending = true;
      await Promise.all(senders);
      return { acknowledged, sent };
    },
  };
}

/** Each receipt still holds: a retry gets the same one and stores nothing, and each case opens by its key. */
async function expectKept({ url }: PortalProcess, { sheets, cases, round }: Kept) {
  for (const { key, receipt } of sheets) expect(await sendSheet(url, round, key)).toBe(receipt);
  for (const { key, mark, code, receiptKey } of cases) {
    expect(await sendComment(url, mark, key)).toMatchObject({ code, receiptKey });
    const thread = await getJson(`${url}/api/v1/cases/${code}/thread`, { Authorization: `Receipt ${receiptKey}` });
    expect(thread).toMatchObject({ code, subject: newComment(mark).subject });
  }
}

async function count(portal: PortalProcess): Promise<{ sheets: number; cases: number }> {
  const client = postgres(databaseOf(portal), { max: 1 });
  try {
    const [row] = await client<{ sheets: number; cases: number }[]>`
      select (select count(*) from sheets)::int as sheets, (select count(*) from cases)::int as cases`;
    return row ?? { sheets: 0, cases: 0 };
  } finally {
    await client.end();
  }
}

/** The process of the portal's PostgreSQL, as PostgreSQL itself notes it. */
function postmasterOf({ dataDir }: PortalProcess): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
