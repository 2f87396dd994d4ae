import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { receiveMail } from "#app/mail/receive.server.ts";
import { openFiles } from "#app/platform/files.server.ts";
import { loadKeys } from "#app/platform/keys.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { connect } from "#db/client.server.ts";
import { resolve } from "node:path";
import { withDatabase } from "./with-database.ts";

const usage = `Takes one mail, as it came, from standard input.

  npm run --silent receive-mail < message.eml
  npm run --silent receive-mail -- --recipient phan-anh+r.x@thu.example.gov.vn < message.eml

For the pipe of a mail server (docs/operations.md). Exit code 75 asks it to try again later.
`;

/** `npm run receive-mail`: in the world of DATABASE_URL, or in the embedded one of this folder. */
async function takeMail(): Promise<void> {
  const { values } = parseArgs({ options: { recipient: { type: "string" }, help: { type: "boolean", short: "h", default: false } } });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const raw = await buffer(process.stdin);
  if (raw.length === 0) throw new Error(`There is no mail on standard input.\n\n${usage}`);

  const settings = readSettings();
  const dataDir = resolve(settings.DATA_DIR);
  await withDatabase("npm run receive-mail", async (url) => {
    const { db, client } = connect(url, 2);
    try {
      const door = {
        db,
        keys: await loadKeys(settings.SECRET_KEY, dataDir),
        files: openFiles(settings.FILES_URL, dataDir),
        log: openLog("silent"),
        publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ""),
        now: () => new Date(),
      };
      const { kind, again } = await receiveMail(door, raw, values.recipient);
      process.stdout.write(`${again ? "had it already" : "taken"}: ${kind}\n`);
    } finally {
      await client.end({ timeout: 5 });
    }
  });
}

await takeMail();
