import { constants } from "node:os";

// Loaded into the server before its own code, when `npm start` runs it.

/**
 * Lets the server end with the process that started it, and hear a signal once only: a Ctrl-C in a terminal
 * reaches both processes, a SIGTERM to npm only the first, which passes it on over the pipe between them.
 */
function followStarter() {
  let heard = false;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    process.on(signal, () => {
      heard = true;
      // While the server is still booting nobody else listens, and a listener switches the default off.
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
  const endBy = (signal) => {
    if (!heard) process.kill(process.pid, signal);
  };
  process.on("message", (message) => {
    if (message?.stop) setTimeout(endBy, 200, message.stop);
  });
  process.once("disconnect", () => endBy("SIGTERM"));
  process.channel.unref();
}

if (process.channel) followStarter();
