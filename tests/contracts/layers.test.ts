import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { house } from "#tests/support/source-files.ts";

/** A module that breaks one rule, and the rule that must catch it. */
const violations = [
  {
    rule: "pages-never-touch-the-database",
    path: "app/routes/portal/planted.tsx",
    text: 'import { db } from "#db/schema/index.ts";\nexport { db };',
  },
  {
    rule: "a-noun-is-entered-by-its-door",
    path: "app/routes/office/planted.tsx",
    text: 'export { recordEvent } from "#app/domain/audit/record-event.server.ts";',
  },
  { rule: "domain-knows-no-pages", path: "app/domain/units/planted.ts", text: 'export { useState } from "react";' },
  {
    rule: "components-know-no-server",
    path: "app/components/ui/planted.tsx",
    text: 'export { asAnyone } from "#app/platform/guards.server.ts";',
  },
  { rule: "tables-follow-words", path: "db/schema/planted.ts", text: 'export { fold } from "#app/domain/text.ts";' },
  { rule: "words-import-nothing", path: "app/domain/planted/vocabulary.ts", text: 'export { fold } from "../text.ts";' },
  { rule: "nothing-imports-tests", path: "app/jobs/planted.ts", text: 'export { test } from "#tests/support/test.ts";' },
  {
    rule: "no-cycles",
    path: "app/domain/plans/planted-here.ts",
    text: 'import { there } from "./planted-there.ts";\nexport const here = () => there;',
    with: { path: "app/domain/plans/planted-there.ts", text: 'import { here } from "./planted-here.ts";\nexport const there = () => here;' },
  },
];

type Found = { from: string; rule: { name: string } };

test("the house keeps its layers, and each planted violation is caught", { timeout: 120_000 }, () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "ln-layers-")));
  try {
    for (const part of ["app", "db", "tests", "package.json", "tsconfig.json"]) {
      cpSync(join(house, part), join(copy, part), { recursive: true, filter: (path) => !path.includes("/seed/data/") });
    }
    symlinkSync(join(house, "node_modules"), join(copy, "node_modules"));
    const planted = violations.flatMap(({ with: other, ...one }) => (other ? [one, other] : [one]));
    for (const { path, text } of planted) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), `${text}\n`);
    }

    const found = cruise(copy);
    for (const { rule, path } of violations) expect(found, rule).toContain(`${rule}: ${path}`);
    const paths = new Set(planted.map(({ path }) => path));
    expect(found.filter((line) => !paths.has(line.split(": ")[1] ?? ""))).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/** Violations as `rule: file`, found by the same program and rules as `npm run check`. */
function cruise(folder: string): string[] {
  const program = join(house, "node_modules", ".bin", "depcruise");
  const args = ["--config", "tests/tools/dependency-cruiser.cjs", "--no-progress", "--output-type", "json", "app", "db"];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser broke: ${stderr}`);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Found[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}
