import { getTableColumns } from "drizzle-orm";
import { similarDays } from "#db/schema/index.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { countSimilar, similarFigures } from "./index.server.ts";

test("what came of similar answers is counted by the day in Vietnam, and added up over a span", async ({ db }) => {
  for (const outcome of ["shown", "shown", "shown", "resolved", "sentAnyway"] as const)
    await countSimilar(db, outcome, new Date("2026-11-17T03:00:00Z"));
  // Midnight in Vietnam has passed.
  await countSimilar(db, "shown", new Date("2026-11-17T17:30:00Z"));
  expect(await similarFigures(db, "2026-11-17", "2026-11-17")).toEqual({ shown: 3, resolved: 1, sentAnyway: 1 });
  expect(await similarFigures(db, "2026-11-17", "2026-11-18")).toEqual({ shown: 4, resolved: 1, sentAnyway: 1 });
  expect(await similarFigures(db, "2026-11-19", "2026-11-30")).toEqual({ shown: 0, resolved: 0, sentAnyway: 0 });
});

test("twenty at the same moment are twenty", async () => {
  const { db, client } = await cloneDatabase();
  await Promise.all(Array.from({ length: 20 }, () => countSimilar(db, "resolved", new Date("2026-11-17T03:00:00Z"))));
  expect(await similarFigures(db, "2026-11-17", "2026-11-17")).toMatchObject({ resolved: 20 });
  await client.end();
});

test("a day holds numbers only: no text, no person, no case", () => {
  expect(Object.keys(getTableColumns(similarDays)).sort()).toEqual(["createdAt", "day", "resolved", "sentAnyway", "shown"]);
});
