import { readFileSync } from "node:fs";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { databaseOf, makeDataDir, removeDataDir, startPortal, type PortalProcess } from "./portal-process.ts";

const emptyDatabase = "ln_e2e_empty";

/**
 * The two worlds of the journeys, started once: the demo world on its own PostgreSQL, and a production one on an
 * empty database. Playwright's workers find them in the environment (`world` below). Gives back how to end them.
 */
export default async function setUpWorlds() {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const server = process.env.TEST_DATABASE_URL ?? (await startOwn());
    const admin = postgres(server, { max: 1, onnotice: () => undefined });
    await admin.unsafe(`drop database if exists ${emptyDatabase} with (force)`);
    await admin.unsafe(`create database ${emptyDatabase}`);
    await admin.end();
    const databaseUrl = Object.assign(new URL(server), { pathname: `/${emptyDatabase}` }).href;

    const [demo, empty] = await Promise.all([
      start("demo", { NO_RATE_LIMIT: "1" }),
      start("empty", { DATABASE_URL: databaseUrl, TRUSTED_PROXIES: "1", RATE_LIMIT: "300" }),
    ]);
    Object.assign(process.env, {
      LN_DEMO_URL: demo.url,
      LN_DEMO_DATABASE: databaseOf(demo),
      LN_EMPTY_URL: empty.url,
      LN_EMPTY_DATABASE: databaseUrl,
      LN_EMPTY_DATA: empty.dataDir,
    });
  } catch (error) {
    await endAll();
    throw error;
  }
  return endAll;

  async function startOwn() {
    const own = await startEmbeddedPostgres({ throwAway: true, database: "postgres" });
    ends.push(own.stop);
    return own.url;
  }

  async function start(name: string, env: Record<string, string>) {
    const dataDir = makeDataDir();
    ends.push(async () => removeDataDir(dataDir));
    const portal = await startPortal(name, { dataDir, env });
    ends.push(() => endWell(portal));
    return portal;
  }

  async function endAll() {
    const failures: unknown[] = [];
    for (const end of ends.toReversed()) await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

/** A portal that stopped badly, or that had to log a bug while it was used, fails the run. */
async function endWell(portal: PortalProcess) {
  const code = await portal.stop();
  const log = readFileSync(portal.logFile, "utf8").trim().split("\n");
  const bugs = log.filter((line) => line.startsWith("{") && (JSON.parse(line) as { level: number }).level >= 50);
  if (code !== 0) throw new Error(`${portal.logFile}: the portal ended with code ${code}`);
  if (bugs.length > 0) throw new Error(`${portal.logFile}: the portal logged ${bugs.length} bugs:\n${bugs.slice(0, 5).join("\n")}`);
}

/** Where a worker finds the worlds that the run set up. */
export const world = {
  get demo() {
    return { url: wanted("LN_DEMO_URL"), database: wanted("LN_DEMO_DATABASE") };
  },
  get empty() {
    return { url: wanted("LN_EMPTY_URL"), database: wanted("LN_EMPTY_DATABASE"), dataDir: wanted("LN_EMPTY_DATA") };
  },
};

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with npm test -- e2e`);
  return value;
}
