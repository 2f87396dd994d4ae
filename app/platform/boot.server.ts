import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { connect } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { seedDemoWorld } from "#db/seed/index.server.ts";
import { prepareWorld } from "#db/seed/prepare-world.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { startJobs } from "#app/jobs/start.server.ts";
import { openFiles } from "./files.server.ts";
import { loadKeys } from "./keys.server.ts";
import { openLog } from "./log.server.ts";
import { openPageCache, type PageCache } from "./page-cache.server.ts";
import type { Portal } from "./portal.server.ts";
import type { Settings } from "./settings.server.ts";

/**
 * Brings a world up: database (our own when none is named), schema, reference data, demo on the first run of the
 * embedded world, jobs. Gives back the portal and how to stop what was started.
 */
export async function boot(settings: Settings) {
  const log = openLog(settings.LOG_LEVEL);
  const dataDir = resolve(settings.DATA_DIR);
  const onNotice = (sentence: string) => log.warn(sentence);
  const embedded = settings.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres({ dataDir: resolve(dataDir, "postgres"), purpose: "npm start", onNotice });
  const url = settings.DATABASE_URL ?? embedded?.url;
  if (!url) throw new Error("There is no database to connect to");

  try {
    await migrateDatabase(url);
    const { db, client } = connect(url, settings.DATABASE_POOL);
    const keys = await loadKeys(settings.SECRET_KEY, dataDir);
    const files = openFiles(settings.FILES_URL, dataDir);
    const cache = openPageCache();
    const portal: Portal = {
      db,
      settings,
      log,
      keys,
      files,
      now: () => new Date(),
      publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ""),
    };

    await prepareWorld(db, portal.now());
    const seeded = settings.demo ? await seedDemoWorld({ db, keys, files, now: portal.now(), password: settings.DEMO_PASSWORD }) : false;

    await client.listen(
      "public_copy",
      () => cache.drop(),
      () => cache.drop(),
    );
    const midnight = setInterval(dropAtMidnight(cache), 20_000).unref();
    const jobs = await startJobs(portal, url);

    return {
      portal,
      cache,
      databaseUrl: url,
      announce(address: AddressInfo | string | null) {
        const port = typeof address === "object" && address ? address.port : settings.PORT;
        const lines = [`Lắng Nghe: ${settings.PUBLIC_URL ?? `http://localhost:${port}`}`];
        if (settings.demo) {
          if (seeded) lines.push("A demo world was loaded; its people and cases are invented.");
          lines.push(`Officials sign in at /dang-nhap, password ${settings.DEMO_PASSWORD}:`);
          lines.push("  tiep-nhan@demo.vn  dieu-phoi@demo.vn  xu-ly@demo.vn  lanh-dao@demo.vn");
          lines.push("  bien-tap@demo.vn  khao-sat@demo.vn  kiem-toan@demo.vn  quan-tri@demo.vn");
          lines.push("Mail goes to /dev/hom-thu.");
        }
        process.stdout.write(`${lines.join("\n")}\n`);
      },
      async stop() {
        clearInterval(midnight);
        await jobs.stop();
        await client.end({ timeout: 5 });
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Kept pages may say “today”: with a new day in Vietnam they are rendered anew. */
function dropAtMidnight(cache: PageCache): () => void {
  let day = civilDay(new Date());
  return () => {
    const today = civilDay(new Date());
    if (today !== day) cache.drop();
    day = today;
  };
}
