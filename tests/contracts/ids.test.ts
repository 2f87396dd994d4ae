import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { house, listModules } from "#tests/support/source-files.ts";

test("nothing takes thirty-six letters and hyphens for an id: the database would refuse them with an error", () => {
  const loose = listModules("app").filter((path) => readFileSync(`${house}${path}`, "utf8").includes("a-f-]{36}"));
  expect(loose).toEqual([]);
});
