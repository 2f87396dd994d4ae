import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** The system user PostgreSQL runs as; undefined means as ourselves. */
export type Account = { uid: number; gid: number } | undefined;

const ownAccountName = "lang-nghe";

/**
 * PostgreSQL refuses to run as root, so for root another user is chosen: the owner of the data if there
 * is some, else the owner of the folder (so that he can go on without root later), else `lang-nghe`, a
 * system user made for the purpose.
 */
export function chooseAccount(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return undefined;

  const folder = nearestExisting(clusterDir);
  const { uid, gid } = statSync(folder);
  if (uid !== 0 && (folder === clusterDir || hasName(uid))) return { uid, gid };

  return findAccount(ownAccountName) ?? createOwnAccount() ?? findAccount("postgres") ?? refuseRoot();
}

/** Whether the account can come into this folder (which exists). */
export function mayEnter(account: Account, folder: string) {
  const answer = spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/", stdio: "ignore" });
  return answer.status === 0;
}

/**
 * Whether the account can keep a private folder of its own inside this one. Tried, not guessed: some
 * shared and network folders accept a change of owner and then ignore it.
 */
export function mayKeepFolderIn(account: Account, folder: string) {
  if (!account) return true;
  const probe = mkdtempSync(join(folder, ".probe-"));
  try {
    handTo(account, probe);
    chmodSync(probe, 0o700);
    const script = 'cd -- "$1" && : > probe && test "$(ls -ld . | cut -c1-10)" = drwx------';
    return spawnSync("/bin/sh", ["-c", script, "sh", probe], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** Makes the account the owner of a file or folder; nothing to do when we run as ourselves. */
export function handTo(account: Account, path: string) {
  if (account) chownSync(path, account.uid, account.gid);
}

export function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function hasName(uid: number) {
  return spawnSync("id", ["-un", String(uid)], { stdio: "ignore" }).status === 0;
}

function findAccount(name: string): Account {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim());
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** shadow's useradd (Debian, Fedora), else busybox's adduser. */
function createOwnAccount(): Account {
  const commands = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/bin/false"],
    ["adduser", "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/bin/false"],
  ];
  for (const [command = "", ...flags] of commands) {
    spawnSync(command, [...flags, ownAccountName], { stdio: "ignore" });
    const account = findAccount(ownAccountName);
    if (account) return account;
  }
  return undefined;
}

function refuseRoot(): never {
  throw new Error(
    `PostgreSQL does not run as root, and the system user "${ownAccountName}" cannot be created here. ` +
      "Create it, start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
