import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "tailwindcss";
import { expect, test } from "vitest";
import { house } from "#tests/support/source-files.ts";

const styles = join(house, "app/styles");

test("no class of ours has the name of a utility, which would style it too", async () => {
  const ours = new Set(
    readdirSync(styles)
      .filter((file) => file.endsWith(".css"))
      .flatMap((file) => readFileSync(join(styles, file), "utf8").match(/(?<=\.)[a-z][\w-]*(?=[\s,:.{[>)])/giu) ?? []),
  );
  expect(ours.size).toBeGreaterThan(200);

  const utilities = readFileSync(join(house, "node_modules/tailwindcss/index.css"), "utf8");
  const built = (await compile(utilities)).build([...ours]);
  const taken = [...ours].filter((name) => built.includes(`.${name} {`));
  expect(taken).toEqual([]);
});
