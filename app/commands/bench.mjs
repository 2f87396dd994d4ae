import { requireNode } from "./node-version.mjs";

requireNode();
const { runTypeScript } = await import("./run-ts.mjs");
await runTypeScript("./bench.ts", { dev: true, build: true });
