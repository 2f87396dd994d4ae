import { expect, test } from "vitest";
import { openPageCache } from "./page-cache.server.ts";

const kilobyte = 1024;
const page = (fill: string) => ({ status: 200, headers: new Headers(), body: new TextEncoder().encode(fill.repeat(kilobyte)) });

test("pages that are pushed out while they are compressed leave no room behind that nobody can use", async () => {
  const cache = openPageCache(4 * kilobyte);
  for (let turn = 0; turn < 400; turn += 1) {
    cache.keep(`/${turn}`, cache.generation, page("a"));
    const asked = cache.answer(`/${turn}`, "gzip", null);
    for (let next = 0; next < 4; next += 1) cache.keep(`/${turn}/${next}`, cache.generation, page("b"));
    await asked;
  }
  cache.keep("/one", cache.generation, page("c"));
  expect(await cache.answer("/one", "identity", null)).toBeDefined();
});
