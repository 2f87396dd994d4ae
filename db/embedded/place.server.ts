import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { handTo, mayEnter, mayKeepFolderIn, nearestExisting, type Account } from "./account.server.ts";
import { listHomes } from "./home.server.ts";

/**
 * What is remembered beside the data, in `<dataDir>.json` (mode 0600): the password, the port last used,
 * and the folder outside where the data lives when PostgreSQL's account cannot reach this one.
 */
export type PlaceRecord = { password?: string; port?: number | undefined; outside?: string };

export function readRecord(dataDir: string): PlaceRecord {
  const file = `${dataDir}.json`;
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as PlaceRecord;
  } catch (cause) {
    throw new Error(`Cannot read ${file}. Start as the user who started Lắng Nghe here before.`, { cause });
  }
}

export function writeRecord(dataDir: string, record: PlaceRecord) {
  writePrivately(`${dataDir}.json`, record);
}

/** Makes the folder around the data; root gives it to the owner of the folder above. */
export function makeDataFolder(dataDir: string) {
  const folder = dirname(dataDir);
  const made = mkdirSync(folder, { recursive: true });
  if (made) takeOwnerOfFolder(folder);
}

/** Where the data of this clone is today, or would be: the folder of the database cluster. */
export function findCluster(dataDir: string): string {
  const { outside } = readRecord(dataDir);
  return outside && belongsTo(outside, dataDir) ? join(outside, "postgres") : dataDir;
}

export function hasCluster(cluster: string) {
  return existsSync(join(cluster, "PG_VERSION"));
}

/**
 * Makes sure the account can work where the data is, and answers the folder to use. Data that became
 * unreachable (the folder was closed to others) moves outside; nothing may be running on it.
 */
export function settleCluster(dataDir: string, account: Account): string {
  const current = findCluster(dataDir);
  const reachable = hasCluster(current) ? mayEnter(account, dirname(current)) : mayKeepFolderIn(account, dirname(current));
  if (!reachable) return moveOutside(dataDir, current, account);

  const owner = account?.uid ?? process.getuid?.();
  if (existsSync(current) && !isEmpty(current) && statSync(current).uid !== owner) {
    throw new Error(`The data in ${current} belongs to another user. Start as that user, or as root.`);
  }
  // A `chmod -R` or an unpacked archive opens it, and PostgreSQL refuses what others may read.
  if (hasCluster(current)) chmodSync(current, 0o700);
  return current;
}

/** A folder for a database that is thrown away, where the account can reach it. */
export function makeThrowAwayFolder(account: Account): string {
  const base = [tmpdir(), "/tmp"].find((folder) => mayKeepFolderIn(account, folder)) ?? listHomes(account)[0] ?? tmpdir();
  const folder = mkdtempSync(join(base, "lang-nghe-"));
  handTo(account, folder);
  return folder;
}

function isEmpty(folder: string) {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

function moveOutside(dataDir: string, current: string, account: Account) {
  const outside = join(listHomes(account)[0] ?? tmpdir(), randomBytes(8).toString("hex"));
  const cluster = join(outside, "postgres");
  mkdirSync(outside);
  chmodSync(outside, 0o711);
  writePrivately(join(outside, "clone.json"), { dataDir });

  const moving = hasCluster(current);
  if (moving) {
    run("cp", ["-a", current, cluster]);
    if (account) run("chown", ["-R", `${account.uid}:${account.gid}`, cluster]);
  }
  writeRecord(dataDir, { ...(moving ? readRecord(dataDir) : {}), outside });
  if (moving) rmSync(current, { recursive: true });
  return cluster;
}

/**
 * Two clones must never share one outside folder. A folder that was moved takes its data along; a copy of
 * a folder (the original still points there) starts with data of its own.
 */
function belongsTo(outside: string, dataDir: string) {
  const note = join(outside, "clone.json");
  if (!existsSync(note)) return false;

  const { dataDir: original } = JSON.parse(readFileSync(note, "utf8")) as { dataDir: string };
  if (original === dataDir) return true;
  if (readRecord(original).outside === outside) return false;
  writePrivately(note, { dataDir });
  return true;
}

/** Written aside and renamed, so that a crash leaves the old content or the new. */
function writePrivately(file: string, content: object) {
  const draft = `${file}.draft`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600, flush: true });
  takeOwnerOfFolder(draft);
  renameSync(draft, file);
}

export function takeOwnerOfFolder(path: string) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(nearestExisting(dirname(path)));
  chownSync(path, uid, gid);
}

function run(command: string, args: string[]) {
  const answer = spawnSync(command, args, { encoding: "utf8" });
  if (answer.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${answer.stderr || answer.error?.message}`);
}
