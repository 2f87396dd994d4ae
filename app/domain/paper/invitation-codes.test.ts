import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, paperBatches, paperRows, sheets, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { issueSampleSlips, issueSlips, sampleSlipCode, submitSheet } from "../surveys/index.server.ts";
import { chooseCells, commitBatch, compareBatch, openBatch, saveRows, type TypedRow } from "./index.server.ts";
import { invitationCell } from "./vocabulary.ts";

const now = new Date("2026-11-21T03:00:00Z");
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? "done" : outcome.code);
const row = (place: number, level: number, code?: string): TypedRow => ({
  place,
  cells: { C1: String(level), C2: "3", ...(code === undefined ? {} : { [invitationCell]: code }) },
  spoiled: false,
});

/** A round that draws people and takes paper, with four invitations of another unit than the pile's. */
async function world(db: Db, modes: ("paper" | "sample" | "desk_slip")[] = ["paper", "sample", "desk_slip"]) {
  const [unit, other] = [await makeUnit(db), await makeUnit(db)];
  const version = await makeQuestionnaireVersion(db, { criteria: [{ code: "C1", required: true }, { code: "C2" }] });
  const round = await makeRound(db, { units: [unit, other], authority: unit, modes, version });
  const manager = await makeOfficial(db, { roles: ["survey_manager"], unit });
  const [first, second] = [await makeOfficial(db, { roles: ["one_stop"], unit }), await makeOfficial(db, { roles: ["one_stop"], unit })];
  const strata = Array.from({ length: 4 }, () => ({ unitId: other.id, procedureId: null }));
  const ids = await issueSampleSlips(db, testKeys, manager, round, strata, now);
  const codes = ids.map((id) => sampleSlipCode(testKeys, id));
  const days = { filledFrom: "2026-11-02", filledTo: "2026-11-20", firstNumber: 101 };
  const pile = async (count: number) => {
    const opened = await openBatch(db, first, { round: round.slug, unit: unit.slug, procedure: null, ...days, sheets: count }, now);
    if (!opened.ok) throw new Error(opened.code);
    return opened.value.id;
  };
  return { unit, other, version, round, manager, first, second, ids, codes, pile };
}

const answer = (db: Db, round: string, slip: string) =>
  submitSheet(
    db,
    testKeys,
    { round, sheet: { answers: { C1: 4, C2: 4 }, slip }, mode: "open_link", idempotencyKey: randomUUID(), language: "vi" },
    now,
  );

test("a sheet with the code of an invitation is of the sample and of the code's unit, and the code is used up", async ({ db }) => {
  const { unit, other, round, manager, first, ids, codes, pile } = await world(db);
  const id = await pile(3);
  const [one = "", two = ""] = codes;
  await saveRows(
    db,
    testKeys,
    first,
    id,
    1,
    [row(0, 4, one.toLowerCase().replaceAll("-", "")), row(1, 5), row(2, 2, ` ${two.replaceAll("-", " ")} `)],
    now,
  );
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({ ok: true, value: { stored: 3 } });

  const stored = await db.select().from(sheets).where(eq(sheets.roundId, round.id));
  expect(
    stored
      .map(({ mode, unitId, answers }) => `${mode} ${unitId === other.id ? "other" : unitId === unit.id ? "own" : "?"} ${answers.join()}`)
      .toSorted(),
  ).toEqual(["paper own 5,3", "sample other 2,3", "sample other 4,3"]);
  const used = await db.select().from(slips).where(eq(slips.state, "used"));
  expect(new Set(used.map(({ id: slip }) => slip))).toEqual(new Set(ids.slice(0, 2)));
  expect(used.map(({ usedOn }) => usedOn)).toEqual([null, null]);
  expect(codeOf(await answer(db, round.slug, one))).toBe("survey.slip_used");
});

test("a code that lets nothing in is a wrong cell of its row, and nothing of the pile is stored until it is mended", async ({ db }) => {
  const { unit, version, round, manager, first, ids, codes, pile } = await world(db);
  const [used = "", cancelled = "", expired = "", good = ""] = codes;
  expect(codeOf(await answer(db, round.slug, used))).toBe("done");
  await db
    .update(slips)
    .set({ state: "cancelled" })
    .where(eq(slips.id, ids[1] ?? ""));
  await db
    .update(slips)
    .set({ expiresOn: "2026-11-19" })
    .where(eq(slips.id, ids[2] ?? ""));
  const elsewhere = await makeRound(db, { units: [unit], authority: unit, modes: ["sample"], version });
  const [foreign = ""] = await issueSampleSlips(db, testKeys, manager, elsewhere, [{ unitId: unit.id, procedureId: null }], now);
  const desk = await issueSlips(db, first, { round: round.slug, unit: unit.slug, procedure: null, occasion: "result", count: 1, validDays: 20 }, now);
  const ofDesk = desk.ok ? (desk.value.codes[0] ?? "") : "";

  const id = await pile(9);
  const typed = [used, cancelled, expired, sampleSlipCode(testKeys, foreign), ofDesk, "ABCD", good, good.toLowerCase()];
  await saveRows(db, testKeys, first, id, 1, [...typed.map((code, place) => row(place, 4, code)), row(8, 4)], now);
  const before = (await db.select().from(sheets)).length;
  const wrong = (place: number, key: string) => ({ place, code: invitationCell, key });
  expect(await commitBatch(db, manager, testKeys, id, now)).toEqual({
    ok: false,
    code: "paper.wrong_cells",
    wrong: [
      wrong(0, "code_used"),
      wrong(1, "code_cancelled"),
      wrong(2, "code_expired"),
      wrong(3, "code_other_round"),
      wrong(4, "code_unknown"),
      wrong(5, "code_unknown"),
      wrong(6, "code_twice"),
      wrong(7, "code_twice"),
    ],
  });
  expect(await db.select().from(sheets)).toHaveLength(before);
  expect((await db.select().from(slips).where(eq(slips.state, "used"))).map(({ id: slip }) => slip)).toEqual([ids[0]]);

  const leftOut = [0, 1, 2, 3, 4, 5, 7].map((place) => ({ place, cells: {}, spoiled: true }));
  await saveRows(db, testKeys, first, id, 1, leftOut, now);
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({ ok: true, value: { stored: 2 } });
});

test("a code typed twice is compared as it is meant, and what differs is decided", async ({ db }) => {
  const { manager, first, second, codes, pile } = await world(db);
  const [one = "", two = ""] = codes;
  const id = await pile(2);
  await saveRows(db, testKeys, first, id, 1, [row(0, 4, one), row(1, 4, two)], now);
  await saveRows(db, testKeys, second, id, 2, [row(0, 4, one.toLowerCase().replaceAll("-", " ")), row(1, 4, one)], now);
  expect(await compareBatch(db, testKeys, manager, id)).toEqual({
    compared: 6,
    differences: [{ place: 1, code: invitationCell, first: two, second: one, chosen: null }],
  });
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("paper.unresolved");
  await chooseCells(db, testKeys, first, id, [{ place: 1, code: invitationCell, keying: 2 }], now);
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({ code: "paper.wrong_cells" });
  await chooseCells(db, testKeys, first, id, [{ place: 1, code: invitationCell, keying: 1 }], now);
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("done");
});

test("no code can be read in what is kept of a pile, before the commit or after; its hash does not know of them", async ({ db }) => {
  const { round, manager, first, codes, pile } = await world(db);
  const [code = ""] = codes;
  const id = await pile(2);
  await saveRows(db, testKeys, first, id, 1, [row(0, 4, code), row(1, 5)], now);
  const [kept] = await db.select().from(paperRows).where(eq(paperRows.place, 0));
  expect(JSON.stringify(kept?.cells)).not.toContain(code.slice(0, 4));
  expect(kept?.sealedCode?.includes(Buffer.from(code))).toBe(false);

  await commitBatch(db, manager, testKeys, id, now);
  expect(await db.select().from(paperRows)).toEqual([]);
  const plain = await pile(2);
  await saveRows(db, testKeys, first, plain, 1, [row(0, 5), row(1, 4)], now);
  await commitBatch(db, manager, testKeys, plain, now);
  expect(new Set((await db.select().from(paperBatches)).map(({ rowsSha256 }) => rowsSha256)).size).toBe(1);
  const events = await db
    .select({ data: auditEvents.data })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "paper.%")));
  expect(JSON.stringify(events)).not.toContain(code.slice(0, 4));
});

test("a round that draws nobody keeps no codes", async ({ db }) => {
  const { manager, first, round, codes, pile } = await world(db, ["paper"]);
  const id = await pile(1);
  await saveRows(db, testKeys, first, id, 1, [row(0, 4, codes[0])], now);
  expect(await db.select({ sealed: paperRows.sealedCode }).from(paperRows)).toEqual([{ sealed: null }]);
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("done");
  expect((await db.select().from(sheets).where(eq(sheets.roundId, round.id))).map(({ mode }) => mode)).toEqual(["paper"]);
});

test("who answers at the portal while the pile goes in does not answer twice: one of both is stored, and all of the pile or none", async () => {
  const { db, client } = await cloneDatabase(6);
  const { round, manager, first, codes, pile } = await world(db);
  const [code = ""] = codes;
  const id = await pile(2);
  await saveRows(db, testKeys, first, id, 1, [row(0, 5, code), row(1, 5)], now);
  const [put, sent] = await Promise.all([commitBatch(db, manager, testKeys, id, now), answer(db, round.slug, code)]);
  expect([put.ok, sent.ok].filter(Boolean)).toHaveLength(1);
  const modes = (await db.select().from(sheets).where(eq(sheets.roundId, round.id))).map(({ mode }) => mode).toSorted();
  expect(modes).toEqual(put.ok ? ["paper", "sample"] : ["sample"]);
  if (!put.ok) expect(put).toMatchObject({ code: "paper.wrong_cells", wrong: [{ place: 0, code: invitationCell, key: "code_used" }] });
  await client.end();
});
