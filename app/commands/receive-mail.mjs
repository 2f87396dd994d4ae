import { requireNode } from "./node-version.mjs";

requireNode();
const { runTypeScript } = await import("./run-ts.mjs");
await runTypeScript("./receive-mail.ts");
// Mail servers keep a mail and try again on this code (sysexits.h: EX_TEMPFAIL), and return it to its sender on others.
if (process.exitCode) process.exitCode = 75;
