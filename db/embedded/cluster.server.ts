import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handTo, type Account } from "./account.server.ts";
import type { Binaries } from "./binaries.server.ts";

/** The role that owns everything in the embedded PostgreSQL. */
export const embeddedUser = "lang_nghe";

/**
 * What every program of PostgreSQL gets: nothing of ours, above all no PGDATA, PGPORT or database URL.
 * NODE_ENV means nothing to it; Remix's types require the name in every environment.
 */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  LC_ALL: "C",
  NODE_ENV: "production",
};

/**
 * Makes a new database cluster: UTF-8, data checksums, passwords by SCRAM. Sorting and letter case follow
 * PostgreSQL's own C.UTF-8, the same on every machine; Vietnamese order is asked for by COLLATE "vi-x-icu".
 * Made under another name and renamed, so that a crash half way leaves nothing that looks finished.
 */
export function initialise(binaries: Binaries, account: Account, cluster: string, password: string, hasty: boolean) {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handTo(account, passwordFile);
    runInitdb(binaries, account, draft, [`--pwfile=${passwordFile}`, ...(hasty ? ["--no-sync"] : [])]);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** For when the file with the password was lost: PostgreSQL's single-user mode asks for none. */
export function resetPassword(binaries: Binaries, account: Account, cluster: string, password: string) {
  const answer = spawnSync(join(binaries.folder, "bin", "postgres"), ["--single", "-D", cluster, "postgres"], {
    ...account,
    cwd: cluster,
    env: cleanEnvironment,
    encoding: "utf8",
    input: `ALTER ROLE ${embeddedUser} PASSWORD '${password}'\n`,
  });
  if (answer.status !== 0) throw new Error(`The database's password could not be set anew: ${answer.stderr}`);
}

/** Data of another major version is not touched: PostgreSQL could not read it. */
export function checkVersion(binaries: Binaries, cluster: string) {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const program = spawnSync(join(binaries.folder, "bin", "postgres"), ["--version"], { cwd: "/", encoding: "utf8" });
  const major = /\) (\d+)/.exec(program.stdout ?? "")?.[1];
  if (major && major !== version) {
    throw new Error(
      `The data in ${cluster} was written by PostgreSQL ${version}, and this is ${major}. Dump it with the ` +
        "version of Lắng Nghe that wrote it, or move it away to start with an empty database.",
    );
  }
}

/** The letters of the C library matter too: in the plain C locale pg_trgm takes no Vietnamese letter for one. */
const letterLocales = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "C"];

function runInitdb(binaries: Binaries, account: Account, draft: string, flags: string[]) {
  let complaint = "";
  for (const locale of letterLocales) {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    handTo(account, draft);

    const answer = spawnSync(
      join(binaries.folder, "bin", "initdb"),
      [
        `--pgdata=${draft}`,
        `--username=${embeddedUser}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${locale}`,
        "--no-instructions",
        ...flags,
      ],
      { ...account, cwd: draft, env: cleanEnvironment, encoding: "utf8" },
    );
    if (answer.status === 0) return;
    complaint = answer.stderr || String(answer.error);
    if (!complaint.includes("locale")) break;
  }
  throw new Error(`The database could not be created: ${complaint.trim()}`);
}
