import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { house } from "#tests/support/source-files.ts";
import { expect, test } from "vitest";

const read = (path: string) => readFile(join(house, path), "utf8");

test("who sets up the database is told of every extension the migrations create", async () => {
  const files = (await readdir(join(house, "db/migrations"))).filter((name) => name.endsWith(".sql"));
  const migrations = await Promise.all(files.map((name) => read(`db/migrations/${name}`)));
  const extensions = migrations.flatMap((text) => [...text.matchAll(/create extension (?:if not exists )?"?(\w+)/gi)].map(([, name]) => name ?? ""));
  expect(extensions).toContain("pg_trgm");
  for (const path of ["README.md", "docs/operations.md", "docs/decisions/0002-postgresql-everywhere.md"]) {
    const text = await read(path);
    expect([path, extensions.filter((name) => !text.includes(`\`${name}\``))]).toEqual([path, []]);
  }
});
