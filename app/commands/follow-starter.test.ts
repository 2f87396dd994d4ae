import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("a server hears a signal that only its starter got", async () => {
  const server = await startServer();
  server.process.send({ stop: "SIGTERM" });

  await server.ended;
  expect(server.said()).toBe("ready SIGTERM ");
});

test("a server hears Ctrl-C once, although its starter passes it on as well", async () => {
  const server = await startServer();
  server.process.kill("SIGINT");
  server.process.send({ stop: "SIGINT" });

  await server.ended;
  expect(server.said()).toBe("ready SIGINT ");
});

test("a server whose starter was killed ends in good order", async () => {
  const server = await startServer();
  server.process.disconnect();

  await server.ended;
  expect(server.said()).toBe("ready SIGTERM ");
});

/** Says each signal it hears, and ends a while after the first, so that a second one would be seen. */
async function startServer() {
  const script = `
    for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => {
      process.stdout.write(signal + " ");
      setTimeout(() => process.exit(0), 600);
    });
    setInterval(() => undefined, 1_000);
    process.stdout.write("ready ");`;
  const child = spawn(process.execPath, ["--import", join(import.meta.dirname, "follow-starter.mjs"), "-e", script], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout?.on("data", (piece: Buffer) => (said += piece.toString()));
  const ended = Promise.all([once(child, "exit"), once(child.stdout ?? child, "close")]);
  await once(child.stdout ?? child, "data");
  return { process: child as ChildProcess & { send: (message: object) => boolean }, ended, said: () => said };
}
