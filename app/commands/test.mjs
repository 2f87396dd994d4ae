import { requireNode } from "./node-version.mjs";

requireNode();
const { testPortal } = await import("./test-portal.mjs");
process.exit(await testPortal(process.argv.slice(2)));
