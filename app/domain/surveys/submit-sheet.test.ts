import { randomBytes, randomUUID } from "node:crypto";
import { and, count, eq, sql } from "drizzle-orm";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { idempotencyKeys, procedureVersions, questionnaireVersions, rounds, sheets, sheetTexts, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { foldAllSheets } from "./fold-sheets.server.ts";
import { closeRound, findSlip, issueSlips, roundFigures, storeQuestionnaire, submitSheet, submitWithSlip } from "./index.server.ts";
import type { Round } from "./find-round.server.ts";
import { storeSheets } from "./store-sheets.server.ts";
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };

const keys = keysFrom(randomBytes(32));
const now = new Date("2026-11-21T03:00:00Z");
const today = "2026-11-21";

const submission = (round: Round, sheet: object = {}, key: string = randomUUID()) => ({
  round: round.slug,
  sheet: { answers: { C1: 4, C2: 5 }, unit: round.units[0]?.slug, ...sheet },
  mode: "open_link" as const,
  idempotencyKey: key,
  language: "vi" as const,
});

const stored = async (db: Db, round: Round) => (await db.select({ n: count() }).from(sheets).where(eq(sheets.roundId, round.id)))[0]?.n;

async function issue(db: Db, round: Round, slipsWanted = 1, procedure: string | null = null) {
  const desk = await makeOfficial(db, { roles: ["one_stop"] });
  const issued = await issueSlips(
    db,
    desk,
    { round: round.slug, unit: round.units[0]?.slug ?? "", procedure, occasion: "result", count: slipsWanted, validDays: 30 },
    now,
  );
  if (!issued.ok) throw new Error(issued.code);
  return issued.value.codes;
}

test("a sheet is stored with its day and nothing about who sent it, and figures have it at once", async ({ db }) => {
  const unit = await makeUnit(db);
  const procedure = await makeProcedure(db, { unit });
  const round = await makeRound(db, { units: [unit] });
  const outcome = await submitSheet(db, keys, submission(round, { procedure: procedure.slug }), now);
  expect(outcome).toMatchObject({ ok: true, value: { repeated: false, dissatisfied: false } });
  expect(outcome.ok && outcome.value.receipt).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);

  const [sheet] = await db.select().from(sheets).where(eq(sheets.roundId, round.id));
  expect(sheet).toMatchObject({ unitId: unit.id, procedureId: procedure.id, mode: "open_link", day: today, answers: [4, 5], folded: false });
  // Nor does its key say when it came: both rows are of one transaction, and so are texts.
  expect(await db.select({ createdAt: idempotencyKeys.createdAt }).from(idempotencyKeys)).toEqual([{ createdAt: new Date("2026-11-21T17:00:00Z") }]);
  expect((await roundFigures(db, round)).groups[0]?.sheets).toBeNull();
  for (let more = 0; more < 4; more += 1) await submitSheet(db, keys, submission(round), now);
  expect((await roundFigures(db, round)).groups[0]).toMatchObject({ sheets: 5, overall: { n: 5, value: 100 } });
});

test("a retry with the same key gets the same receipt and stores nothing, even after the round closed", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const key = randomUUID();
  const first = await submitSheet(db, keys, submission(round, {}, key), now);
  const again = await submitSheet(db, keys, submission(round, {}, key), now);
  if (!first.ok || !again.ok) throw new Error("It was refused");
  expect(again.value).toEqual({ ...first.value, repeated: true });

  await closeRound(db, await makeOfficial(db, { roles: ["survey_manager"] }), round.slug, now);
  expect(await submitSheet(db, keys, submission(round, {}, key), now)).toEqual(again);
  expect(await submitSheet(db, keys, submission(round), now)).toEqual({ ok: false, code: "survey.not_open" });
  expect(await stored(db, round)).toBe(1);
});

test("the same key with another sheet is refused", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const key = randomUUID();
  await submitSheet(db, keys, submission(round, {}, key), now);
  expect(await submitSheet(db, keys, submission(round, { answers: { C1: 1 } }, key), now)).toEqual({ ok: false, code: "request.key_reused" });
  expect(await stored(db, round)).toBe(1);
});

test("what is refused stores nothing and leaves its key free", async ({ db }) => {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit, await makeUnit(db)], authority: unit, modes: ["open_link"] });
  const key = randomUUID();
  const code = async (sheet: object, change: object = {}) => {
    const outcome = await submitSheet(db, keys, { ...submission(round, sheet, key), ...change }, now);
    return outcome.ok ? "stored" : outcome.code;
  };
  expect(await code({ unit: "khong-co" })).toBe("survey.unit_not_in_round");
  expect(await code({ slip: "khong phai ma" })).toBe("survey.slip_unknown");
  expect(await code({}, { mode: "kiosk" })).toBe("survey.mode_not_open");
  expect(await code({}, { round: "khong-co" })).toBe("survey.not_found");
  expect(await code({ answers: { C1: 9 } })).toBe("survey.sheet_wrong");
  expect(await submitSheet(db, keys, submission(round, { procedure: "khong-co" }, key), now)).toMatchObject({ errors: { procedure: ["unknown"] } });
  expect(await stored(db, round)).toBe(0);
  expect(await code({})).toBe("stored");
});

test("a sheet names procedures of the round's authority only: nobody rates another authority's through it", async ({ db }) => {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit] });
  const [own, others] = [await makeProcedure(db, { unit }), await makeProcedure(db, { unit: await makeUnit(db) })];
  const send = (procedure: string) => submitSheet(db, keys, submission(round, { procedure }), now);
  expect(await send(own.slug)).toMatchObject({ ok: true });
  expect(await send(others.slug)).toMatchObject({ ok: false, errors: { procedure: ["unknown"] } });

  await db.update(procedureVersions).set({ state: "draft" }).where(eq(procedureVersions.procedureId, own.id));
  expect(await send(own.slug)).toMatchObject({ errors: { procedure: ["unknown"] } });
  expect(await stored(db, round)).toBe(1);

  const desk = await makeOfficial(db, { roles: ["one_stop"] });
  const slip = { round: round.slug, unit: unit.slug, procedure: others.slug, occasion: "result", count: 1, validDays: 1 } as const;
  expect(await issueSlips(db, desk, slip, now)).toMatchObject({ ok: false, code: "survey.unknown_procedure" });
});

test("an empty slip is none: it does not lead around what is counted with the open link", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const sent = await submitWithSlip(db, keys, submission(round, { slip: "" }), "", "somebody", now);
  expect(sent).toMatchObject({ ok: false, code: "survey.slip_unknown" });
  expect(await stored(db, round)).toBe(0);
});

test("answers are taken on the round's days only", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)], opensOn: "2026-11-10", closesOn: "2026-11-20" });
  const on = async (day: string) => (await submitSheet(db, keys, submission(round), new Date(`${day}T10:00:00Z`))).ok;
  expect([await on("2026-11-09"), await on("2026-11-10"), await on("2026-11-20"), await on("2026-11-21")]).toEqual([false, true, true, false]);
});

test("a sheet without a unit rates the only one, else the authority", async ({ db }) => {
  const authority = await makeUnit(db);
  const [a, b] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const unitOf = async (units: (typeof a)[]) => {
    const round = await makeRound(db, { units, authority });
    await submitSheet(db, keys, submission(round, { unit: null }), now);
    return (await db.select().from(sheets).where(eq(sheets.roundId, round.id)))[0]?.unitId;
  };
  expect(await unitOf([a])).toBe(a.id);
  expect(await unitOf([a, b])).toBe(authority.id);
});

test("a slip brings its unit and procedure, is used by sending only, and works once", async ({ db }) => {
  const [unit, other] = [await makeUnit(db), await makeUnit(db)];
  const procedure = await makeProcedure(db, { unit });
  const round = await makeRound(db, { units: [unit, other], authority: unit, modes: ["desk_slip"] });
  const [code = ""] = await issue(db, round, 1, procedure.slug);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await findSlip(db, code.toLowerCase().replaceAll("-", " "), today)).toMatchObject({ standing: "usable", procedure: procedure.slug });
  expect(await findSlip(db, code, today)).toMatchObject({ standing: "usable" });

  expect(await submitSheet(db, keys, submission(round), now)).toEqual({ ok: false, code: "survey.mode_not_open" });
  expect(await submitSheet(db, keys, submission(round, { slip: code, answers: { C1: 7 } }), now)).toMatchObject({ code: "survey.sheet_wrong" });
  expect(await submitSheet(db, keys, submission(round, { slip: code, unit: other.slug }), now)).toMatchObject({ ok: true });
  expect(await submitSheet(db, keys, submission(round, { slip: code }), now)).toEqual({ ok: false, code: "survey.slip_used" });
  expect(await db.select().from(sheets).where(eq(sheets.roundId, round.id))).toMatchObject([
    { unitId: unit.id, procedureId: procedure.id, mode: "desk_slip" },
  ]);
  expect(await findSlip(db, code, today)).toMatchObject({ standing: "used" });
});

test("a slip that is over, cancelled or of another round lets nobody in", async ({ db }) => {
  const unit = await makeUnit(db);
  const [round, other] = [await makeRound(db, { units: [unit] }), await makeRound(db, { units: [unit] })];
  const [late = "", cancelled = "", foreign = ""] = [...(await issue(db, round, 2)), ...(await issue(db, other))];
  const [row] = await db
    .select()
    .from(slips)
    .where(and(eq(slips.roundId, round.id), eq(slips.state, "issued")))
    .limit(1);
  const expired = (await findSlip(db, late, "2027-01-01"))?.standing;
  expect([expired, (await findSlip(db, "0000-0000-0000", today))?.standing]).toEqual(["expired", undefined]);

  await db.update(slips).set({ state: "cancelled" }).where(eq(slips.roundId, round.id));
  expect(await submitSheet(db, keys, submission(round, { slip: cancelled }), now)).toEqual({ ok: false, code: "survey.slip_unknown" });
  await db
    .update(slips)
    .set({ state: "issued", expiresOn: "2026-11-20" })
    .where(eq(slips.id, row?.id ?? ""));
  const refusals = new Set<unknown>();
  for (const slip of [late, cancelled]) refusals.add(await submitSheet(db, keys, submission(round, { slip }), now));
  expect(refusals).toEqual(
    new Set([
      { ok: false, code: "survey.slip_expired" },
      { ok: false, code: "survey.slip_unknown" },
    ]),
  );
  expect(await submitSheet(db, keys, submission(round, { slip: foreign }), now)).toEqual({ ok: false, code: "survey.slip_unknown" });
});

test("of fifty who send the same slip at once, one is let in", async () => {
  const { db, client } = await cloneDatabase(10);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const [slip = ""] = await issue(db, round);
  const apart = await Promise.all(Array.from({ length: 50 }, () => storeSheets(db, keys, [{ submission: submission(round, { slip }), now }])));
  expect(apart.flat().filter(({ ok }) => ok)).toHaveLength(1);
  expect(apart.flat().filter((one) => !one.ok && one.code === "survey.slip_used")).toHaveLength(49);

  const [second = ""] = await issue(db, round);
  const together = await Promise.all(Array.from({ length: 50 }, () => submitSheet(db, keys, submission(round, { slip: second }), now)));
  expect(together.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await stored(db, round)).toBe(2);
  await client.end();
});

test("a double click stores one sheet and shows one receipt", async () => {
  const { db, client } = await cloneDatabase(10);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  for (let click = 0; click < 10; click += 1) {
    const key = randomUUID();
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => submitSheet(db, keys, submission(round, {}, key), now)),
      ...Array.from({ length: 2 }, async () => (await storeSheets(db, keys, [{ submission: submission(round, {}, key), now }]))[0]),
    ]);
    expect(new Set(outcomes.map((one) => one?.ok && one.value.receipt)).size).toBe(1);
    expect(outcomes.filter((one) => one?.ok && !one.value.repeated)).toHaveLength(1);
  }
  expect(await stored(db, round)).toBe(10);
  await client.end();
});

test("many at once are stored in few transactions, each with its own answer", async () => {
  const { db, client } = await cloneDatabase(6);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const good = Array.from({ length: 120 }, () => submission(round, {}, randomUUID()));
  const bad = { ...submission(round), sheet: { answers: { C1: 8 } } };
  const outcomes = await Promise.all([...good.slice(0, 60), bad, ...good.slice(60)].map((one) => submitSheet(db, keys, one, now)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([...Array<boolean>(60).fill(true), false, ...Array<boolean>(60).fill(true)]);
  expect(new Set(outcomes.map((one) => (one.ok ? one.value.receipt : ""))).size).toBe(121);
  const transactions = await client<{ n: number }[]>`select count(distinct xmin::text)::int as n from sheets`;
  expect(transactions[0]?.n).toBeLessThan(20);
  await client.end();
});

test("a rush of sheets asks for a fold before the next minute", async () => {
  const { db, client } = await cloneDatabase(6);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const asked = async () => (await client`select 1 from pgboss.job where name = 'fold-sheets' and data ->> 'roundId' = ${round.id}`).length;
  await submitSheet(db, keys, submission(round), now);
  expect(await asked()).toBe(0);
  await Promise.all(Array.from({ length: 900 }, () => submitSheet(db, keys, submission(round), now)));
  expect(await asked()).toBe(1);
  await client.end();
});

test("a sheet that breaks the transaction fails alone", async () => {
  const { db, client } = await cloneDatabase(4);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await client`alter table sheet_texts add constraint no_bomb check (body <> 'bom')`;
  const version = await makeQuestionnaireVersion(db);
  await db
    .update(questionnaireVersions)
    .set({
      content: sql`jsonb_set(content, '{questions}', content->'questions' || '[{"code":"K","kind":"text","part":"open","required":false,"text":{"vi":"a","en":"a"}}]')`,
    })
    .where(eq(questionnaireVersions.id, version.id));
  await db.update(rounds).set({ questionnaireVersionId: version.id }).where(eq(rounds.id, round.id));

  const outcomes = await Promise.allSettled(
    ["tốt", "được", "bom", "hay", "ổn"].map((K) => submitSheet(db, keys, submission(round, { texts: { K } }), now)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(await stored(db, round)).toBe(4);
  await client.end();
});

test("no sheet is acknowledged after the count of a closing round", async () => {
  const { db, client } = await cloneDatabase(10);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const sending = Array.from({ length: 60 }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, index));
    return submitSheet(db, keys, submission(round), now);
  });
  await new Promise((resolve) => setTimeout(resolve, 25));
  const closed = await closeRound(db, manager, round.slug, now);
  const outcomes = await Promise.all(sending);
  expect(closed.ok && closed.value.sheets).toBe(outcomes.filter(({ ok }) => ok).length);
  expect(outcomes.filter((one) => !one.ok).every((one) => !one.ok && one.code === "survey.not_open")).toBe(true);
  await client.end();
});

test("no column leads from a sheet to a person, a slip, a key or a moment", async ({ db }) => {
  const rows = await db
    .select({ table: sql<string>`table_name`, column: sql<string>`column_name`, type: sql<string>`data_type` })
    .from(sql`information_schema.columns`)
    .where(sql`table_schema = 'public' and table_name in ('sheets', 'sheet_texts', 'tallies')`);
  expect(
    rows
      .filter(({ table }) => table === "sheets")
      .map(({ column }) => column)
      .sort(),
  ).toEqual(
    [
      "answers",
      "choices",
      "day",
      "flags",
      "folded",
      "id",
      "language",
      "mode",
      "procedure_id",
      "questionnaire_version_id",
      "round_id",
      "unit_id",
    ].sort(),
  );
  expect(
    rows.filter(({ column, type }) => /time|inet/.test(type) || /slip|client|key|receipt|name|mail|phone|official|serial|_at$/.test(column)),
  ).toEqual([]);
  const pointing = await db
    .select({ table: sql<string>`conrelid::regclass::text` })
    .from(sql`pg_constraint`)
    .where(sql`contype = 'f' and confrelid in ('sheets'::regclass, 'sheet_texts'::regclass)`);
  expect(pointing).toEqual([]);
});

test("the key's row cannot be matched with a sheet, and folding parts a sheet from the transaction it came in", async () => {
  const { db, client } = await cloneDatabase(4);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  const [slip = ""] = await issue(db, round);
  await submitSheet(db, keys, submission(round, { slip }), now);
  await submitSheet(db, keys, submission(round), now);
  const [first, second] = await db.select().from(idempotencyKeys);
  expect(first?.bodyHash).not.toBe(second?.bodyHash);
  expect(Object.keys(first?.answer ?? {})).toEqual(["receipt"]);

  const joined = () => client`select 1 from sheets join slips on slips.xmin = sheets.xmin`;
  expect(await joined()).toHaveLength(1);
  await foldAllSheets(db);
  expect(await joined()).toHaveLength(0);
  await client.end();
});

test("a questionnaire in use cannot be changed or removed", async ({ db }) => {
  const id = await storeQuestionnaire(db, { ...sipas, code: "thu-nghiem" });
  await db.update(questionnaireVersions).set({ indexVariant: "mean" }).where(eq(questionnaireVersions.id, id));
  await makeRound(db, { units: [await makeUnit(db)], version: { id } });
  const change = (set: object) => db.transaction((tx) => tx.update(questionnaireVersions).set(set).where(eq(questionnaireVersions.id, id)));
  const because = { cause: expect.objectContaining({ message: expect.stringContaining("in use cannot change") }) };
  await expect(change({ content: {} })).rejects.toMatchObject(because);
  await expect(change({ indexVariant: "pooled" })).rejects.toMatchObject(because);
  await expect(db.transaction((tx) => tx.delete(questionnaireVersions).where(eq(questionnaireVersions.id, id)))).rejects.toMatchObject(because);
});

test("texts are kept apart from their sheets, with the month only", async ({ db }) => {
  const id = await storeQuestionnaire(db, { ...sipas, code: "thu-loi" });
  const round = await makeRound(db, { units: [await makeUnit(db)], version: { id } });
  const answers = Object.fromEntries(round.layout.scale.map(({ code }) => [code, 2]));
  const outcome = await submitSheet(db, keys, submission(round, { answers, texts: { K1: "Chờ lâu quá" } }), now);
  expect(outcome).toMatchObject({ ok: true, value: { dissatisfied: true } });
  expect(await db.select().from(sheetTexts).where(eq(sheetTexts.roundId, round.id))).toMatchObject([
    { question: "K1", body: "Chờ lâu quá", month: "2026-11-01" },
  ]);
});
