import { AlreadyRunning, findRunning, startEmbeddedPostgres } from "#db/embedded.server.ts";
import { embeddedDataDir } from "./folder.mjs";

const longestStart = 60_000;

/**
 * Gives a command the portal's database: the one DATABASE_URL names; else the embedded one of this folder,
 * joined when the portal is running and otherwise started for the command alone. `purpose` is what a
 * second starter reads meanwhile, e.g. "npm run verify".
 */
export async function withDatabase<Result>(purpose: string, work: (url: string) => Promise<Result>): Promise<Result> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);

  const running = await findUrl();
  if (running) return work(running);

  const own = await startEmbeddedPostgres({ dataDir: embeddedDataDir(), purpose });
  try {
    return await work(own.url);
  } finally {
    await own.stop();
  }
}

/** The url of the running portal's database; waits while that is still starting. */
async function findUrl() {
  const deadline = Date.now() + longestStart;
  for (;;) {
    const running = findRunning(embeddedDataDir());
    if (!running || running.url) return running?.url;
    if (Date.now() > deadline) throw new AlreadyRunning(running.holder);
    await new Promise((resume) => setTimeout(resume, 200));
  }
}
