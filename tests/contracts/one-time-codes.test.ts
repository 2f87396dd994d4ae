import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { rateLimits, sheets, slips } from "#db/schema/index.ts";
import { issueSlips, submitSheet } from "#app/domain/surveys/index.server.ts";
import { slipMisses, slipMissesOfAll } from "#app/domain/surveys/vocabulary.ts";
import { loader as slipPage } from "#app/routes/portal/slip.tsx";
import { openApiWorld } from "#tests/support/api-world.ts";

const now = new Date("2026-11-21T03:00:00Z");
let world: Awaited<ReturnType<typeof openApiWorld>>;
beforeAll(async () => {
  world = await openApiWorld();
}, 120_000);
afterAll(() => world.close());

async function issue(count: number) {
  const unit = await makeUnit(world.db);
  const round = await makeRound(world.db, { units: [unit] });
  const desk = await makeOfficial(world.db, { roles: ["one_stop"] });
  const batch = { round: round.slug, unit: unit.slug, procedure: null, occasion: "result", count, validDays: 20 } as const;
  const issued = await issueSlips(world.db, desk, batch, now);
  if (!issued.ok) throw new Error(issued.code);
  return { round, codes: issued.value.codes };
}

const openPage = (code: string, method = "GET", client = "a client") =>
  slipPage({
    request: new Request(`https://langnghe.example/p/${code}`, { method }),
    params: { code },
    context: { portal: world.portal, nonce: "", requestId: "", client, loopback: false },
  });

const answerByApi = (round: string, slip: string, client = "a client") =>
  world.call(`/api/v1/rounds/${round}/answers`, {
    method: "POST",
    headers: { "Idempotency-Key": randomUUID() },
    body: { answers: { C1: 5, C2: 4 }, slip },
    client,
  });

test("of two hundred who send the same code at once, one is let in: by the act, and by the API", async () => {
  const { round, codes } = await issue(2);
  const [first = "", second = ""] = codes;
  const acts = await Promise.all(
    Array.from({ length: 200 }, () =>
      submitSheet(
        world.db,
        world.portal.keys,
        { round: round.slug, sheet: { answers: { C1: 5 }, slip: first }, mode: "desk_slip", idempotencyKey: randomUUID(), language: "vi" },
        now,
      ),
    ),
  );
  expect(acts.filter(({ ok }) => ok)).toHaveLength(1);
  expect(acts.filter((one) => !one.ok && one.code === "survey.slip_used")).toHaveLength(199);

  const calls = await Promise.all(Array.from({ length: 200 }, (_, at) => answerByApi(round.slug, second, `client ${at}`)));
  expect(calls.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, ...Array.from({ length: 199 }, () => 409)]);
  expect(await world.db.$count(sheets, eq(sheets.roundId, round.id))).toBe(2);
}, 60_000);

test("looking uses nothing up: GET and HEAD leave every row as it was", async () => {
  const { round, codes } = await issue(1);
  const [code = ""] = codes;
  const rows = () => world.db.execute(sql`select xmin::text, slips.* from slips where round_id = ${round.id}`);
  const before = [...(await rows())];
  for (const method of ["GET", "HEAD", "GET"]) expect((await openPage(code, method)).data.standing).toBe("usable");
  expect([...(await rows())]).toEqual(before);
  expect(await world.db.$count(sheets, eq(sheets.roundId, round.id))).toBe(0);
  expect((await answerByApi(round.slug, code)).status).toBe(201);
  expect((await openPage(code, "HEAD")).init?.status).toBe(410);
});

test("who guesses codes is stopped, on the page and in the API; who has one is not, until many guess together", async () => {
  const { round, codes } = await issue(3);
  const [mine = "", ours = "", other = ""] = codes;
  const guess = (at: number) => `0000-0000-${String(at).padStart(4, "0")}`;
  for (let at = 0; at < slipMisses.points; at += 1) expect((await openPage(guess(at), "GET", "guesser")).init?.status).toBe(404);
  expect((await openPage(guess(9999), "GET", "guesser")).init?.status).toBe(429);
  expect((await answerByApi(round.slug, guess(9998), "guesser")).status).toBe(429);
  expect((await answerByApi(round.slug, mine, "guesser")).status).toBe(429);
  expect((await openPage("không phải mã", "GET", "somebody")).init?.status).toBe(404);
  expect((await answerByApi(round.slug, mine, "somebody")).status).toBe(201);
  expect((await answerByApi(round.slug, guess(1), "once wrong")).status).toBe(422);
  expect((await openPage(ours, "GET", "once wrong")).data.standing).toBe("usable");

  await world.db
    .update(rateLimits)
    .set({ points: slipMissesOfAll.points })
    .where(sql`key like ${`${slipMissesOfAll.name}:%`}`);
  expect((await openPage(ours, "GET", "once wrong")).init?.status).toBe(429);
  expect((await openPage(other, "GET", "never wrong")).data.standing).toBe("usable");
  expect((await answerByApi(round.slug, other, "never wrong")).status).toBe(201);
  expect(await world.db.$count(slips, eq(slips.state, "issued"))).toBeGreaterThan(0);
});
