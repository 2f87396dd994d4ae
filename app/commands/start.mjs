import { requireNode } from "./node-version.mjs";

requireNode();
const { startPortal } = await import("./start-portal.mjs");
await startPortal({ dev: process.argv.includes("--dev") });
