import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { rateLimits, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys as keys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import type { Round } from "./find-round.server.ts";
import { submitOnTurn } from "./submit-on-turn.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const turn = { limit: { name: "thu-luot", points: 3, seconds: 3600 }, key: "một máy" };

const send = (db: Db, round: Round, key: string = randomUUID(), level = 4) =>
  submitOnTurn(
    db,
    keys,
    {
      round: round.slug,
      sheet: { answers: { C1: level, C2: 5 }, unit: round.units[0]?.slug },
      mode: "open_link",
      idempotencyKey: key,
      language: "vi",
    },
    turn,
    now,
  );
const codeOf = (sent: Awaited<ReturnType<typeof send>>) => (sent.ok ? "stored" : sent.code);
const storedIn = async (db: Db, round: Round) => (await db.select({ n: count() }).from(sheets).where(eq(sheets.roundId, round.id)))[0]?.n;

test("however many sheets one client sends at once, no more are stored than its limit says", async () => {
  const { db, client } = await cloneDatabase(8);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const sent = (await Promise.all(Array.from({ length: 20 }, () => send(db, round)))).map(codeOf);
  expect(sent.filter((code) => code === "stored")).toHaveLength(3);
  expect(sent.filter((code) => code === "request.too_many")).toHaveLength(17);
  expect(await storedIn(db, round)).toBe(3);
  expect(await db.select({ points: rateLimits.points }).from(rateLimits)).toEqual([{ points: 3 }]);
  await client.end();
});

test("a sheet that is refused or was stored before takes no turn, and a retry is answered when none is left", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const key = randomUUID();
  expect(codeOf(await send(db, round, key))).toBe("stored");
  for (let times = 0; times < 5; times += 1) {
    expect(await send(db, round, key)).toMatchObject({ ok: true, value: { repeated: true } });
    expect(codeOf(await send(db, round, randomUUID(), 9))).toBe("survey.sheet_wrong");
  }
  expect([codeOf(await send(db, round)), codeOf(await send(db, round))]).toEqual(["stored", "stored"]);
  for (let times = 0; times < 5; times += 1) expect(codeOf(await send(db, round))).toBe("request.too_many");
  expect(await send(db, round, key)).toMatchObject({ ok: true, value: { repeated: true } });
  expect(await db.select({ points: rateLimits.points }).from(rateLimits)).toEqual([{ points: 3 }]);
  expect(await storedIn(db, round)).toBe(3);
});
