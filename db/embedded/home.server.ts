import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { mayEnter, type Account } from "./account.server.ts";

/**
 * Folders outside every clone that hold what the account cannot reach inside one, best first. Only
 * folders that belong to us and that no one else can write to: a name in a shared folder may be a trap.
 */
export function listHomes(account: Account): string[] {
  const uid = process.getuid?.() ?? 0;
  const parents = account
    ? ["/var/lib", "/var/opt", "/opt", "/srv", "/usr/local/share", "/var/tmp"].map((parent) => join(parent, "lang-nghe"))
    : [join(homedir(), ".local", "share", "lang-nghe"), join(tmpdir(), `lang-nghe-${uid}`)];
  const usable = parents.filter((home) => isSafeHome(home, uid) && mayEnter(account, home));
  if (usable.length > 0) return usable;
  throw new Error(
    `No folder is left for the data: tried ${parents.join(", ")}. Move this folder to where the system user ` +
      "may reach it, start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function isSafeHome(home: string, uid: number) {
  try {
    mkdirSync(home, { recursive: true });
    if (statSync(home).uid !== uid) return false;
    // Whatever the umask: others come in, and only we write.
    chmodSync(home, 0o755);
    accessSync(home, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
