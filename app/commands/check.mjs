import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder, toSpan } from "./folder.mjs";
import { ensureInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { runTool, tail } from "./run.mjs";

/** Generated files and prose keep their own form; oxfmt reads a configuration's ignorePatterns from its folder. */
const formatted = [
  "app",
  "db",
  "tests",
  "public",
  "remix.config.js",
  "!db/migrations/**",
  "!db/seed/data/**",
  "!public/fonts/**",
  "!tests/golden/**",
  "!**/*.md",
];

/** Everything that is checked without running the portal. Each is one line, and one of the tests' count. */
const listChecks = () => [
  { name: "types", tool: "tsc", args: ["--noEmit", "--pretty", "false", "-p", "."] },
  { name: "lint", tool: "oxlint", args: ["-c", "tests/tools/oxlint.json", "--deny-warnings", ...typeAware()] },
  { name: "format", tool: "oxfmt", args: ["-c", "tests/tools/oxfmt.json", "--check", ...formatted] },
  {
    name: "layers",
    tool: "depcruise",
    args: ["--config", "tests/tools/dependency-cruiser.cjs", "--no-progress", "app", "db"],
  },
  { name: "unused code", tool: "knip", args: ["--config", "tests/tools/knip.json", "--no-progress"] },
];

/**
 * Runs the checks, two at a time, each with a line of its own and, when it fails, what the tool said.
 * Answers `{ passed, failed }`.
 */
export async function runChecks() {
  const checks = listChecks();
  const waiting = [...checks];
  let passed = 0;

  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) passed += 1;
    }
  }
  await Promise.all([work(), work()]);
  return { passed, failed: checks.length - passed };
}

async function runCheck({ name, tool, args }) {
  const startedAt = Date.now();
  const { code, output } = await runTool(tool, args);
  const span = toSpan(Date.now() - startedAt);
  process.stdout.write(code === 0 ? `  ✓ ${name} (${span})\n` : `  ✗ ${name} (${span})\n${tail(output, 80)}\n`);
  return code === 0;
}

/** Lint by types needs a program of its own, which is not made for every machine. */
function typeAware() {
  const program = join(folder, "node_modules", "@oxlint-tsgolint", `${process.platform}-${process.arch}`);
  return existsSync(program) ? ["--type-aware"] : [];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  try {
    await ensureInstalled({ dev: true });
    const { failed } = await runChecks();
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
