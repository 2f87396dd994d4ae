import { randomBytes } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import postgres from "postgres";
import { chooseAccount } from "./embedded/account.server.ts";
import { prepareBinaries } from "./embedded/binaries.server.ts";
import { checkVersion, embeddedUser, initialise, resetPassword } from "./embedded/cluster.server.ts";
import { findCluster, hasCluster, makeDataFolder, makeThrowAwayFolder, readRecord, settleCluster, writeRecord } from "./embedded/place.server.ts";
import { stopOrphan } from "./embedded/pid-file.server.ts";
import type { Launch } from "./embedded/postmaster.server.ts";
import { findHolder, takeLock, type Holder } from "./embedded/process-lock.mjs";
import { supervise } from "./embedded/supervise.server.ts";

/** A running PostgreSQL of our own: how to reach it, and how to end it (also for good, if it is thrown away). */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

export type EmbeddedOptions = {
  /** Listens here on 127.0.0.1; any free port when absent. */
  port?: number;
  /** Created when it is missing. */
  database?: string;
  /** Who uses it, for the sentence a second starter reads. */
  purpose?: string;
  /** Told, in a sentence, what takes long or went wrong and was mended. */
  onNotice?: (sentence: string) => void;
} & ({ dataDir: string; throwAway?: false } | { dataDir?: string; throwAway: true });

/** The database of this folder is in use by another process of ours. */
export class AlreadyRunning extends Error {
  override name = "AlreadyRunning";

  constructor(readonly holder: Holder) {
    super(`Lắng Nghe is already running in this folder: ${holder.purpose}, process ${holder.pid}. Stop that first.`);
  }
}

/**
 * Starts a real PostgreSQL from the npm package, as a child in a session of its own, for one clone or, with
 * `throwAway`, for one test run (in the system's temporary folder, without fsync, removed on stop). Recovers
 * from whatever a kill left behind; what was committed is there. Throws AlreadyRunning when the clone's
 * database is in use. Should this process end without `stop`, PostgreSQL ends by itself.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  return options.throwAway ? startThrowAway(options) : startKept(options, options.dataDir);
}

/** Who uses the clone's database now, and, once it takes connections, its url; undefined when nobody does. */
export function findRunning(dataDir: string, database = embeddedUser): { holder: Holder; url?: string } | undefined {
  const holder = findHolder(`${dataDir}.lock`);
  if (!holder) return undefined;
  const { password, port } = readRecord(dataDir);
  return password && port ? { holder, url: toUrl(password, port, database) } : { holder };
}

async function startThrowAway(options: EmbeddedOptions) {
  const account = chooseAccount("/");
  const folder = makeThrowAwayFolder(account);
  const cluster = join(folder, "postgres");
  const password = newPassword();
  const removeAll = () => rmSync(folder, { recursive: true, force: true });
  try {
    const binaries = prepareBinaries(account);
    initialise(binaries, account, cluster, password, true);
    const running = await run(toLaunch(options, { binaries, account, cluster, removeAfter: folder }), options, password);
    return { url: running.url, stop: () => running.stop().finally(removeAll) };
  } catch (cause) {
    removeAll();
    throw cause;
  }
}

async function startKept(options: EmbeddedOptions, wishedDir: string) {
  makeDataFolder(wishedDir);
  const dataDir = join(realpathSync(dirname(wishedDir)), basename(wishedDir));
  const lock = await takeClone(dataDir, options.purpose ?? "the portal");
  try {
    const { port: _past, ...remembered } = readRecord(dataDir);
    const password = remembered.password ?? newPassword();
    await stopOrphan(findCluster(dataDir));

    const account = chooseAccount(findCluster(dataDir));
    const cluster = settleCluster(dataDir, account);
    const binaries = prepareBinaries(account);
    openCluster();

    const running = await run(toLaunch(options, { binaries, account, cluster }), options, password);
    writeRecord(dataDir, { ...readRecord(dataDir), port: running.port });
    return { url: running.url, stop: () => running.stop().finally(lock.release) };

    function openCluster() {
      writeRecord(dataDir, { ...readRecord(dataDir), password, port: undefined });
      if (!hasCluster(cluster)) return initialise(binaries, account, cluster, password, false);
      checkVersion(binaries, cluster);
      if (!remembered.password) resetPassword(binaries, account, cluster, password);
    }
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

/** A killed process needs a moment to vanish: who starts anew at once is not to be told that it still runs. */
async function takeClone(dataDir: string, purpose: string) {
  const deadline = Date.now() + 1_000;
  for (;;) {
    const lock = takeLock(`${dataDir}.lock`, purpose);
    if (lock.held) return lock;
    if (Date.now() > deadline) throw new AlreadyRunning(lock.holder);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Starts PostgreSQL on a finished cluster and makes sure the database is there. */
async function run(wish: Launch, { database = embeddedUser }: EmbeddedOptions, password: string) {
  const { port, stop } = await supervise(wish);
  try {
    const admin = postgres(toUrl(password, port, "postgres"), { max: 1, onnotice: () => undefined });
    try {
      const [found] = await admin`select 1 from pg_database where datname = ${database}`;
      if (!found) await admin`create database ${admin(database)}`;
    } finally {
      await admin.end({ timeout: 5 });
    }
    return { url: toUrl(password, port, database), port, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function toLaunch(options: EmbeddedOptions, place: Omit<Launch, "port" | "onNotice">): Launch {
  return { ...place, port: options.port, onNotice: options.onNotice ?? (() => undefined) };
}

function toUrl(password: string, port: number, database: string) {
  return `postgres://${embeddedUser}:${password}@127.0.0.1:${port}/${database}`;
}

function newPassword() {
  return randomBytes(24).toString("base64url");
}
