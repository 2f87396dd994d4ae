import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks on the terminal. `hidden` shows nothing of the answer. Ctrl-C ends the command. */
export async function ask(question: string, { hidden = false } = {}): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
  const reader = createInterface({ input: process.stdin, output: hidden ? silent : process.stdout, terminal: true });
  reader.once("SIGINT", () => {
    process.stdout.write("\n");
    process.exit(130);
  });
  if (hidden) process.stdout.write(question);
  try {
    return await reader.question(hidden ? "" : question);
  } finally {
    reader.close();
    if (hidden) process.stdout.write("\n");
  }
}
