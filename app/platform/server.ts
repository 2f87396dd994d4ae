import { createServer } from "node:http";
import { boot } from "./boot.server.ts";
import { answerBrokenRequests } from "./broken-request.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { openListener } from "./listener.server.ts";
import { readSettings } from "./settings.server.ts";

/** The portal's process: boot, listen, and on SIGTERM or SIGINT finish what is under way and stop what we started. */
async function main() {
  const settings = readSettings();
  const world = await boot(settings);
  const listener = await openListener(world.portal, world.cache);
  const server = createServer(listener.handle);
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  const secure = world.portal.publicUrl.startsWith("https:");
  answerBrokenRequests(server, securityHeaders("none", { secure, development: settings.NODE_ENV === "development" }));

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  world.announce(server.address());

  let stopping = false;
  async function stop() {
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), 8_000);
    await closed;
    clearTimeout(late);
    await listener.close();
    await world.stop();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        world.portal.log.error({ err: error }, "did not stop cleanly");
        process.exit(1);
      });
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
