import { and, eq, like } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, idempotencyKeys, paperBatches, paperRows, rounds, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import {
  chooseCells,
  commitBatch,
  compareBatch,
  discardBatch,
  discardLeftBatches,
  openBatch,
  readRows,
  saveRows,
  type TypedRow,
} from "./index.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const row = (place: number, C1: string, C2: string, more: Record<string, string> = {}): TypedRow => ({
  place,
  cells: { C1, C2, ...more },
  spoiled: false,
});
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? "done" : outcome.code);

async function pile(db: Db, count = 3) {
  const unit = await makeUnit(db);
  const version = await makeQuestionnaireVersion(db, { criteria: [{ code: "C1", required: true }, { code: "C2" }] });
  const round = await makeRound(db, { units: [unit], modes: ["paper"], version });
  const [first, second] = [await makeOfficial(db, { roles: ["one_stop"], unit }), await makeOfficial(db, { roles: ["one_stop"], unit })];
  const manager = await makeOfficial(db, { roles: ["survey_manager"], unit: round.authority });
  const draft = {
    round: round.slug,
    unit: unit.slug,
    procedure: null,
    filledFrom: "2026-11-02",
    filledTo: "2026-11-20",
    firstNumber: 101,
    sheets: count,
  };
  const opened = await openBatch(db, first, draft, now);
  if (!opened.ok) throw new Error(opened.code);
  return { unit, round, first, second, manager, draft, id: opened.value.id };
}

test("a pile typed in once goes into the round as a whole, and nothing is left of its rows but counts and a hash", async ({ db }) => {
  const { id, unit, round, first, manager } = await pile(db);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5"), row(1, "", "3"), row(2, "5", "")], now);
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({ ok: true, value: { stored: 3 } });

  const stored = await db.select().from(sheets).where(eq(sheets.roundId, round.id));
  expect(stored.map(({ answers }) => answers).toSorted((a, b) => a.join().localeCompare(b.join()))).toEqual([
    [0, 3],
    [4, 5],
    [5, 0],
  ]);
  expect(new Set(stored.map(({ mode, unitId, day }) => `${mode} ${unitId} ${day}`))).toEqual(new Set([`paper ${unit.id} 2026-11-21`]));
  expect(await db.select().from(paperRows)).toEqual([]);
  const [batch] = await db.select().from(paperBatches);
  expect(batch).toMatchObject({
    state: "committed",
    operatorId: first.id,
    committedById: manager.id,
    stored: 3,
    comparedCells: 0,
    differingCells: 0,
  });
  expect(batch?.rowsSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await db.select().from(idempotencyKeys)).toHaveLength(3);

  const events = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "paper.%")));
  expect(events.map(({ act, officialId }) => [act, officialId])).toEqual([
    ["paper.batch_opened", first.id],
    ["paper.rows_typed", first.id],
    ["paper.batch_committed", manager.id],
  ]);
});

test("after the commit nothing can be typed, undone or committed again; the hash knows no order", async ({ db }) => {
  const { id, first, manager, draft, round } = await pile(db, 2);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5"), row(1, "2", "2")], now);
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("done");
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("paper.not_keying");
  expect(codeOf(await discardBatch(db, manager, id, now))).toBe("paper.not_keying");
  expect(codeOf(await saveRows(db, testKeys, first, id, 1, [row(0, "1", "1")], now))).toBe("paper.not_keying");

  const other = await openBatch(db, first, draft, now);
  const again = other.ok ? other.value.id : "";
  await saveRows(db, testKeys, first, again, 1, [row(0, "2", "2"), row(1, "4", "5")], now);
  await commitBatch(db, manager, testKeys, again, now);
  const hashes = (await db.select().from(paperBatches).where(eq(paperBatches.roundId, round.id))).map(({ rowsSha256 }) => rowsSha256);
  expect(new Set(hashes).size).toBe(1);
});

test("two typings are compared, what differs is decided, and the error rate stays", async ({ db }) => {
  const { id, first, second, manager, round } = await pile(db, 2);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5"), row(1, "2", "3")], now);
  expect(codeOf(await saveRows(db, testKeys, first, id, 2, [row(0, "4", "5")], now))).toBe("paper.same_person");
  await saveRows(db, testKeys, second, id, 2, [row(0, "4", "1"), row(1, "2", "3")], now);
  expect(await compareBatch(db, testKeys, manager, id)).toEqual({
    compared: 4,
    differences: [{ place: 0, code: "C2", first: "5", second: "1", chosen: null }],
  });
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("paper.unresolved");
  expect(await chooseCells(db, testKeys, first, id, [{ place: 0, code: "C2", keying: 2 }])).toMatchObject({ ok: true, value: { left: 0 } });
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("done");
  expect(
    (await db.select().from(sheets).where(eq(sheets.roundId, round.id)))
      .map(({ answers }) => answers)
      .toSorted((a, b) => a.join().localeCompare(b.join())),
  ).toEqual([
    [2, 3],
    [4, 1],
  ]);
  expect(await db.select().from(paperBatches)).toMatchObject([{ comparedCells: 4, differingCells: 1, secondOperatorId: second.id }]);
});

test("each typing and each decision between two typings is on record, with numbers and without answers", async ({ db }) => {
  const { id, first, second, manager, round } = await pile(db, 2);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5"), row(1, "", "")], now);
  await saveRows(db, testKeys, first, id, 1, [row(1, "", "")], now);
  await saveRows(db, testKeys, second, id, 2, [row(0, "4", "1")], now);
  await chooseCells(db, testKeys, manager, id, [{ place: 0, code: "C1", keying: 2 }], now);
  await chooseCells(db, testKeys, manager, id, [{ place: 0, code: "C2", keying: 2 }], now);
  const events = await db
    .select({ act: auditEvents.act, officialId: auditEvents.officialId, data: auditEvents.data })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "paper.%")))
    .orderBy(auditEvents.seq);
  expect(events.slice(1)).toEqual([
    { act: "paper.rows_typed", officialId: first.id, data: { batch: id, keying: 1, rows: 1, emptied: 0 } },
    { act: "paper.second_keying_begun", officialId: second.id, data: { batch: id } },
    { act: "paper.rows_typed", officialId: second.id, data: { batch: id, keying: 2, rows: 1, emptied: 0 } },
    { act: "paper.cells_chosen", officialId: manager.id, data: { batch: id, count: 1 } },
  ]);
});

test("what was decided is open again when a row is typed anew", async ({ db }) => {
  const { id, first, second, manager } = await pile(db, 1);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5")], now);
  await saveRows(db, testKeys, second, id, 2, [row(0, "4", "1")], now);
  await chooseCells(db, testKeys, manager, id, [{ place: 0, code: "C2", keying: 2 }]);
  await saveRows(db, testKeys, second, id, 2, [row(0, "4", "2")], now);
  expect((await compareBatch(db, testKeys, manager, id))?.differences).toMatchObject([{ second: "2", chosen: null }]);
});

test("a pile that is not whole, or has cells that are no answers, stays out, and says which", async ({ db }) => {
  const { id, first, manager, round } = await pile(db, 2);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "9")], now);
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("paper.incomplete");
  await saveRows(db, testKeys, first, id, 1, [{ place: 1, cells: {}, spoiled: true }], now);
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({
    code: "paper.wrong_cells",
    wrong: [{ place: 0, code: "C2", key: "not_a_choice" }],
  });
  expect(await db.select().from(sheets).where(eq(sheets.roundId, round.id))).toEqual([]);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "")], now);
  expect(await commitBatch(db, manager, testKeys, id, now)).toMatchObject({ ok: true, value: { stored: 1 } });
});

test("only the opener types first, only a second person types again, and only the survey manager commits", async ({ db }) => {
  const { id, first, second, manager, draft } = await pile(db);
  const stranger = await makeOfficial(db, { roles: ["one_stop"], unit: await makeUnit(db) });
  expect(codeOf(await openBatch(db, stranger, draft, now))).toBe("paper.not_your_desk");
  expect(codeOf(await saveRows(db, testKeys, stranger, id, 1, [row(0, "4", "5")], now))).toBe("paper.not_found");
  expect(codeOf(await saveRows(db, testKeys, second, id, 1, [row(0, "4", "5")], now))).toBe("paper.not_yours");
  await saveRows(db, testKeys, second, id, 2, [row(0, "4", "5")], now);
  expect(codeOf(await saveRows(db, testKeys, manager, id, 2, [row(1, "4", "5")], now))).toBe("paper.not_yours");
  expect(codeOf(await saveRows(db, testKeys, first, id, 1, [row(3, "4", "5")], now))).toBe("paper.no_such_row");
  expect(codeOf(await commitBatch(db, first, testKeys, id, now))).toBe("paper.not_yours_to_commit");
  expect(codeOf(await discardBatch(db, first, "-".repeat(36), now))).toBe("paper.not_found");
  expect(codeOf(await discardBatch(db, second, id, now))).toBe("paper.not_yours");
  expect(codeOf(await discardBatch(db, first, id, now))).toBe("done");
  expect(await readRows(db, testKeys, id, 2)).toEqual([]);
});

test("a batch waits for an open round that takes paper; a closed one takes none of it", async ({ db }) => {
  const { id, first, manager, round, draft } = await pile(db, 1);
  expect(codeOf(await openBatch(db, first, { ...draft, unit: "khong-co" }, now))).toBe("survey.unit_not_in_round");
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5")], now);
  await db.update(rounds).set({ closesOn: "2026-11-20" }).where(eq(rounds.id, round.id));
  expect(codeOf(await commitBatch(db, manager, testKeys, id, now))).toBe("survey.not_open");
  expect(await readRows(db, testKeys, id, 1)).toHaveLength(1);
  expect(codeOf(await openBatch(db, first, draft, now))).toBe("survey.not_open");
});

test("committed by two at once, a batch is stored once", async () => {
  const { db, client } = await cloneDatabase(4);
  const { id, first, manager, round } = await pile(db, 2);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5"), row(1, "3", "3")], now);
  const outcomes = await Promise.all([1, 2, 3].map(() => commitBatch(db, manager, testKeys, id, now)));
  expect(outcomes.map(codeOf).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(["done", "paper.not_keying", "paper.not_keying"]);
  expect(await db.select().from(sheets).where(eq(sheets.roundId, round.id))).toHaveLength(2);
  await client.end();
});

test("a pile that nobody put into its round is thrown away when the round has closed", async ({ db }) => {
  const { id, first, round } = await pile(db, 1);
  await saveRows(db, testKeys, first, id, 1, [row(0, "4", "5")], now);
  expect(await discardLeftBatches(db, now)).toBe(0);
  await db.update(rounds).set({ state: "closed", stage: "to_check" }).where(eq(rounds.id, round.id));
  expect(await discardLeftBatches(db, now)).toBe(1);
  expect(await db.select().from(paperRows)).toEqual([]);
  expect(await db.select().from(paperBatches)).toMatchObject([{ state: "discarded" }]);
});
