import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { daySecrets, deviceDays, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { findDevicesSeen, forgetDeviceDays } from "./device-days.server.ts";
import { submitSheet } from "./submit-sheet.server.ts";
import { flagsOf } from "./sheet-flags.ts";
import { markStart, secondsSince } from "./start-mark.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const calm = { secondsTaken: null, sameDevice: false };
const sheet = (answers: number[], choices: number[] = []) => ({ answers, choices });

test("a sheet is fast when it took less than a second and a half for each answer that was given", () => {
  const four = sheet([4, 5, 0, 3], [1]);
  expect(flagsOf(four, { ...calm, secondsTaken: 5 })).toBe(1);
  expect(flagsOf(four, { ...calm, secondsTaken: 6 })).toBe(0);
  expect(flagsOf(four, calm)).toBe(0);
});

test("eight answers on one level are straight-lining; seven, or one that differs, are not", () => {
  expect(flagsOf(sheet(Array<number>(8).fill(5)), calm)).toBe(2);
  expect(flagsOf(sheet(Array<number>(7).fill(5)), calm)).toBe(0);
  expect(flagsOf(sheet([...Array<number>(8).fill(5), 4]), calm)).toBe(0);
  expect(flagsOf(sheet([...Array<number>(8).fill(3), 0, 6]), calm)).toBe(2);
});

test("a sheet may carry several flags", () => {
  expect(flagsOf(sheet(Array<number>(9).fill(1)), { secondsTaken: 3, sameDevice: true })).toBe(7);
});

test("a start mark tells the seconds since it was made, for its round only, and cannot be made up", () => {
  const mark = markStart(testKeys, "dot-1", now);
  const later = new Date(now.getTime() + 42_400);
  expect(secondsSince(testKeys, "dot-1", mark, later)).toBe(42);
  expect(secondsSince(testKeys, "dot-2", mark, later)).toBeNull();
  expect(secondsSince(testKeys, "dot-1", mark.replace(/^./, "0"), later)).toBeNull();
  expect(secondsSince(testKeys, "dot-1", null, later)).toBeNull();
  expect(secondsSince(testKeys, "dot-1", mark, new Date(now.getTime() + 2 * 86_400_000))).toBeNull();
});

const flagsIn = async (db: Db, roundId: string) =>
  (await db.select().from(sheets).where(eq(sheets.roundId, roundId))).map(({ flags }) => flags).toSorted((a, b) => a - b);

test("the second sheet of a device on a day is flagged and stored; a retry and another round are not", async ({ db }) => {
  const unit = await makeUnit(db);
  const [round, other] = [await makeRound(db, { units: [unit] }), await makeRound(db, { units: [unit] })];
  const send = (slug: string, device: string, key: string = randomUUID()) =>
    submitSheet(
      db,
      testKeys,
      { round: slug, sheet: { answers: { C1: 4, C2: 5 }, unit: unit.slug }, mode: "open_link", idempotencyKey: key, language: "vi", device },
      now,
    );
  const key = randomUUID();
  await send(round.slug, "one", key);
  await send(round.slug, "one", key);
  expect(await flagsIn(db, round.id)).toEqual([0]);
  await send(round.slug, "two");
  await send(round.slug, "one");
  expect(await flagsIn(db, round.id)).toEqual([0, 0, 4]);
  await send(other.slug, "one");
  expect(await flagsIn(db, other.id)).toEqual([0]);
});

test("devices are told apart with a secret of the day, which goes with the day; two in one transaction count too", async ({ db }) => {
  const day = "2026-11-21";
  const both = [
    { day, device: "a" },
    { day, device: null },
    { day, device: "a" },
  ];
  expect(await findDevicesSeen(db, both)).toEqual(new Set([2]));
  expect(await findDevicesSeen(db, [{ day, device: "a" }])).toEqual(new Set([0]));
  expect(await findDevicesSeen(db, [{ day: "2026-11-22", device: "a" }])).toEqual(new Set());
  const marks = await db.select().from(deviceDays);
  expect(new Set(marks.map(({ mark }) => mark)).size).toBe(2);

  expect(await forgetDeviceDays(db, "2026-11-22", 1)).toBe(2);
  expect(await forgetDeviceDays(db, "2026-11-22", 1)).toBe(0);
  expect(await db.select().from(daySecrets).where(eq(daySecrets.day, day))).toEqual([]);
  expect(await db.select().from(deviceDays).where(eq(deviceDays.day, day))).toEqual([]);
});
