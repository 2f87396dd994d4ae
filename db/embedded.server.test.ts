import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { AlreadyRunning, findRunning, startEmbeddedPostgres } from "./embedded.server.ts";
import { findCluster, readRecord } from "./embedded/place.server.ts";

// Each test makes a database of its own, which takes a second, or several on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("PostgreSQL killed under the running portal comes back at its address with all that was committed", async () => {
  const dataDir = makeClone();
  const portal = await start(dataDir);
  await query(portal.url, "create table notes as select 'kept' as text");

  process.kill(readPostmasterPid(dataDir), "SIGKILL");

  expect(await eventually(() => query(portal.url, "select text from notes"))).toEqual([{ text: "kept" }]);
});

test("a portal killed outright leaves its data to the next start", async () => {
  const dataDir = makeClone();
  const killed = await startInOtherProcess(dataDir);
  await query(killed.url, "create table notes as select 'kept' as text");

  killed.process.kill("SIGKILL");
  const portal = await start(dataDir);

  expect(await query(portal.url, "select text from notes")).toEqual([{ text: "kept" }]);
});

test("a portal that ends without a word takes its PostgreSQL with it", async () => {
  const dataDir = makeClone();
  const killed = await startInOtherProcess(dataDir);

  killed.process.kill("SIGKILL");

  const isGone = () => !existsSync(join(findCluster(dataDir), "postmaster.pid"));
  await eventually(async () => expect(isGone()).toBe(true));
});

test("a second portal in the same folder is told which process runs there", async () => {
  const dataDir = makeClone();
  const portal = await start(dataDir, "npm start");

  const second = startEmbeddedPostgres({ dataDir });

  await expect(second).rejects.toThrow(AlreadyRunning);
  await expect(second).rejects.toThrow(`npm start, process ${process.pid}`);
  expect(findRunning(dataDir)?.url).toBe(portal.url);
});

test("what a crash left behind does not block when its numbers belong to strangers now", async () => {
  const dataDir = makeClone();
  await (await start(dataDir)).stop();
  const stranger = process.ppid;
  writeFileSync(join(findCluster(dataDir), "postmaster.pid"), `${stranger}\n/elsewhere\n1\n5432\n\n127.0.0.1\n`);
  writeFileSync(`${dataDir}.lock`, JSON.stringify({ pid: stranger, birth: "long ago", purpose: "npm start" }));

  const portal = await start(dataDir);

  expect(await query(portal.url, "select 1 as answer")).toEqual([{ answer: 1 }]);
});

test("in a folder that nobody else may enter the data is kept as well", async () => {
  const dataDir = makeClone(0o700);
  const first = await start(dataDir);
  await query(first.url, "create table notes as select 'kept' as text");
  await first.stop();

  const second = await start(dataDir);

  expect(await query(second.url, "select text from notes")).toEqual([{ text: "kept" }]);
});

test("a lost password is replaced, and the data stays", async () => {
  const dataDir = makeClone();
  const first = await start(dataDir);
  await query(first.url, "create table notes as select 'kept' as text");
  await first.stop();
  rmSync(`${dataDir}.json`);

  const second = await start(dataDir);

  expect(second.url).not.toBe(first.url);
  expect(await query(second.url, "select text from notes")).toEqual([{ text: "kept" }]);
});

test("the database listens on this machine only, syncs to disk, and its password is private", async () => {
  const dataDir = makeClone();
  const portal = await start(dataDir);

  const [settings] = await query(portal.url, "select current_setting('listen_addresses') as address, current_setting('fsync') as fsync");
  expect(settings).toEqual({ address: "127.0.0.1", fsync: "on" });
  expect(statSync(`${dataDir}.json`).mode & 0o777).toBe(0o600);
});

test("a throw-away database knows Vietnamese letters and order, and leaves nothing behind", async () => {
  const database = await startEmbeddedPostgres({ throwAway: true, database: "thu" });
  await query(database.url, "create extension pg_trgm");
  const words = await query(database.url, `select word from unnest(array['dự', 'đất', 'da', 'ẩn', 'an']) as word order by word collate "vi-x-icu"`);
  const [letters] = await query(database.url, "select lower('ĐƯỜNG') as lower, similarity('đường', 'ĐƯỜNG') as alike");
  const [place] = await query(database.url, "select current_setting('data_directory') as folder");
  await database.stop();

  expect(words.map(({ word }) => word)).toEqual(["an", "ẩn", "da", "dự", "đất"]);
  expect(letters).toEqual({ lower: "đường", alike: 1 });
  expect(existsSync(dirname(String(place?.folder)))).toBe(false);
});

function makeClone(mode = 0o755) {
  const clone = mkdtempSync(join(tmpdir(), "lang-nghe-test-"));
  chmodSync(clone, mode);
  const dataDir = join(clone, "data", "postgres");
  onTestFinished(() => {
    const { outside } = readRecord(dataDir);
    for (const folder of [outside, clone]) if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return dataDir;
}

async function start(dataDir: string, purpose = "a test") {
  const running = await startEmbeddedPostgres({ dataDir, purpose });
  onTestFinished(() => running.stop());
  return running;
}

/** A portal that can be killed: the database's url is the first thing it says. */
async function startInOtherProcess(dataDir: string) {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "embedded.server.ts"))});
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(url);
    process.stdin.on("end", () => process.exit()).resume();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    // The open pipe keeps it running, and ends it should these tests be killed.
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    child.once("exit", () => reject(new Error("the other process ended")));
  });
  return { process: child, url };
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (Date.now() > deadline) throw cause;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

function readPostmasterPid(dataDir: string) {
  return Number(readFileSync(join(findCluster(dataDir), "postmaster.pid"), "utf8").split("\n")[0]);
}
