import { requireNode } from "./node-version.mjs";

requireNode();
const { runTypeScript } = await import("./run-ts.mjs");
await runTypeScript("./state-machine.ts", { dev: true });
