import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { transitions } from "#app/domain/feedback/transitions.ts";
import { transitionTable } from "#app/routes/feedback/transition-words.ts";

test("the printed state machine is the one the acts follow (renew it with node app/commands/state-machine.mjs)", async () => {
  expect(await readFile(new URL("../../docs/state-machine.md", import.meta.url), "utf8")).toBe(transitionTable());
});

test("every transition stands in the printed table with words, not with its code alone", () => {
  const table = transitionTable();
  for (const name of Object.keys(transitions)) {
    expect(table).toMatch(new RegExp(`\\| [^|]+ \\(\`${name}\`\\) \\|`));
    expect(table).not.toContain(`| case.${name} (`);
  }
});
