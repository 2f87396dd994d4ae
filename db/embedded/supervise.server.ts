import { launch, shutDown, type Launch } from "./postmaster.server.ts";

const mostRestarts = 5;
const restartWindow = 10 * 60_000;

/**
 * Keeps PostgreSQL running until `stop`: should it be killed, it is started again on the same port, where
 * the portal's connections find it. More than five times in ten minutes is a fault no restart mends: the
 * error is thrown outside any promise, so that the portal ends instead of standing without a database.
 */
export async function supervise(wish: Launch): Promise<{ port: number; stop: () => Promise<void> }> {
  let postmaster = await launch(wish);
  let mending: Promise<void> | undefined;
  let isStopping = false;
  const restarts: number[] = [];
  const { port } = postmaster;
  watch();

  return {
    port,
    stop: async () => {
      isStopping = true;
      await mending;
      await shutDown(postmaster);
    },
  };

  function watch() {
    postmaster.process.once("exit", () => {
      if (!isStopping) mending = mend();
    });
  }

  async function mend() {
    postmaster.guard.kill("SIGKILL");
    const now = Date.now();
    restarts.push(now);
    const lately = restarts.filter((at) => now - at < restartWindow).length;
    wish.onNotice("PostgreSQL stopped unexpectedly and is being started again.");
    try {
      if (lately > mostRestarts) throw new Error(`PostgreSQL stopped ${lately} times in ten minutes; see ${wish.cluster}.log`);
      postmaster = await launch({ ...wish, port });
      watch();
    } catch (cause) {
      setImmediate(() => {
        throw cause;
      });
    }
  }
}
