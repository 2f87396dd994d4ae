import { asc } from "drizzle-orm";
import { auditDigests, auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { expect, test } from "#tests/support/test.ts";
import { listDigests, recordEvent, storeDigests } from "./index.server.ts";

const act = (db: Db, at: string) => recordEvent(db, "portal", { act: "test", subject: "portal", subjectId: "x" }, new Date(at));

test("a day's digest holds its events by Vietnam's clock and the hash of its last one", async ({ db }) => {
  await act(db, "2026-11-18T16:59:59Z");
  await act(db, "2026-11-18T17:00:00Z");
  await act(db, "2026-11-19T10:00:00Z");
  await act(db, "2026-11-20T01:00:00Z");
  const events = await db.select().from(auditEvents).orderBy(asc(auditEvents.seq));
  const mine = events.slice(-4);

  expect(await listDigests(db, "2026-11-20")).toEqual([
    { day: "2026-11-19", events: 2, seq: mine[2]?.seq, hash: mine[2]?.hash },
    { day: "2026-11-18", events: 1, seq: mine[0]?.seq, hash: mine[0]?.hash },
  ]);
});

test("an unfinished day has no digest yet", async ({ db }) => {
  await act(db, "2026-11-20T01:00:00Z");
  expect(await listDigests(db, "2026-11-20")).toEqual([]);
  expect(await storeDigests(db, "2026-11-20")).toBe(0);
});

test("what was stored stays, and storing again adds only the days that came since", async ({ db }) => {
  await act(db, "2026-11-18T03:00:00Z");
  expect(await storeDigests(db, "2026-11-19", new Date("2026-11-18T17:10:00Z"))).toBe(1);
  expect(await storeDigests(db, "2026-11-19", new Date("2026-11-18T17:11:00Z"))).toBe(0);
  await act(db, "2026-11-19T03:00:00Z");
  await act(db, "2026-11-20T03:00:00Z");
  expect((await listDigests(db, "2026-11-21")).map(({ day, events }) => [day, events])).toEqual([
    ["2026-11-20", 1],
    ["2026-11-19", 1],
    ["2026-11-18", 1],
  ]);
  expect(await storeDigests(db, "2026-11-21", new Date("2026-11-20T17:10:00Z"))).toBe(2);
  expect(await db.select().from(auditDigests)).toHaveLength(3);
});

test("events written before a digest was stored, but on the day it was stored, are not lost", async ({ db }) => {
  await act(db, "2026-11-19T01:00:00Z");
  await act(db, "2026-11-18T03:00:00Z");
  await storeDigests(db, "2026-11-19", new Date("2026-11-19T02:00:00Z"));
  expect((await listDigests(db, "2026-11-20")).map(({ day, events }) => [day, events])).toEqual([
    ["2026-11-19", 1],
    ["2026-11-18", 1],
  ]);
});

test("no more days are told than asked for", async ({ db }) => {
  await act(db, "2026-11-17T03:00:00Z");
  await act(db, "2026-11-18T03:00:00Z");
  expect((await listDigests(db, "2026-11-21", { limit: 1 })).map(({ day }) => day)).toEqual(["2026-11-18"]);
});
