import { expect, test } from "vitest";
import { isPartnerCursor } from "./list-partner-cases.server.ts";

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");

test("a place in the partner’s list that no list gave is known as one before the database is asked", () => {
  expect(isPartnerCursor(cursor(["2026-11-21T03:00:00.000Z", "PA-2026-000123"]))).toBe(true);
  for (const place of [
    ["0000-01-01T00:00:00Z", "PA-1"],
    ["2026-11-21T03:00:00Z", "PA\u0000"],
    ["2026-11-21T03:00:00Z", ""],
    ["hôm qua", "PA-1"],
    [],
    null,
  ]) {
    expect(isPartnerCursor(cursor(place)), JSON.stringify(place)).toBe(false);
  }
});
