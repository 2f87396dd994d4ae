import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStatics } from "./statics.server.ts";

test("a file that went away while the portal runs ends its answer, and the portal goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ln-statics-"));
  writeFileSync(join(folder, "here.css"), "body{}");
  writeFileSync(join(folder, "gone.css"), "body{}");
  const warned: Error[] = [];
  const serve = openStatics(folder, (error) => warned.push(error));
  rmSync(join(folder, "gone.css"));
  const server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const ask = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    await expect(ask("/gone.css").then((answer) => answer.text())).rejects.toThrow("fetch failed");
    expect(warned.map(({ message }) => message.slice(0, 6))).toEqual(["ENOENT"]);
    expect(await (await ask("/here.css")).text()).toBe("body{}");
    expect((await ask("/never.css")).status).toBe(404);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
