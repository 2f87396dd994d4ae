import { verifyChain } from "#app/domain/audit/index.server.ts";
import { connect } from "#db/client.server.ts";
import { withDatabase } from "./with-database.ts";

/** `npm run verify`: recomputes the audit chain. Exit code 1 says where it broke. */
await withDatabase("npm run verify", async (url) => {
  const { db, client } = connect(url, 2);
  try {
    const report = await verifyChain(db);
    if (report.sound) {
      process.stdout.write(`The audit chain is sound: ${report.events} events, head ${report.head}\n`);
      return;
    }
    process.stderr.write(
      `The audit chain is broken at event ${report.brokenAt}: ${report.reason}. ` +
        `The ${report.events} events before it are sound, up to ${report.head}\n`,
    );
    process.exitCode = 1;
  } finally {
    await client.end({ timeout: 5 });
  }
});
