import { sql } from "drizzle-orm";
import { sheetTexts } from "#db/schema/index.ts";
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { acceptList, drawSample, forgetOrder, mailPeople, startList } from "#app/domain/samples/index.server.ts";
import { usualWish } from "#app/domain/samples/schemas.ts";
import { storeQuestionnaire } from "#app/domain/surveys/prepare-questionnaires.server.ts";
import { foldAllSheets, issueSlips, mixTexts, roundsToMix, sampleSlipCode, submitSheet } from "#app/domain/surveys/index.server.ts";
import { testKeys as keys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";

const day = (date: string) => new Date(`2026-11-${date}T03:00:00Z`);

test("what is kept of a drawn person names no sheet, and of their slip no day", async ({ db }) => {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_name in ('sample_people', 'sample_strata') order by table_name, column_name`);
  expect(columns.filter(({ table }) => table === "sample_people").map(({ column }) => column)).toEqual([
    "batch",
    "channel",
    "delivery",
    "frame_id",
    "id",
    "invited_on",
    "key_id",
    "language",
    "procedure_id",
    "reminded",
    "reminded_on",
    "sealed",
    "slip_id",
    "unit_id",
  ]);
  expect(columns.filter(({ table }) => table === "sample_strata").map(({ column }) => column)).toEqual([
    "drawn",
    "planned",
    "population",
    "procedure_id",
    "round_id",
    "unit_id",
  ]);
  const links = await db.execute<{ from: string; to: string }>(sql`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and 'sample_people' in (conrelid::regclass::text, confrelid::regclass::text) order by 1, 2`);
  expect([...links]).toEqual([
    { from: "messages", to: "sample_people" },
    { from: "sample_people", to: "sample_frames" },
    { from: "sample_people", to: "slips" },
    { from: "sample_people", to: "units" },
  ]);
  const day = db.transaction((tx) =>
    tx.execute(sql`
      insert into slips (code_hash, round_id, unit_id, mode, occasion, state, issued_on, expires_on, used_on)
      select 'x', gen_random_uuid(), gen_random_uuid(), 'sample', 'result', 'used', '2026-11-01', '2026-11-01', '2026-11-01'`),
  );
  await expect(day).rejects.toMatchObject({ cause: { constraint_name: "slips_sample_no_day" } });
});

test("who holds the whole database cannot say which drawn person sent which sheet", async () => {
  const { db, client } = await cloneDatabase(4);
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit], authority: unit, modes: ["sample"], opensOn: "2026-11-01" });
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const rows = Array.from({ length: 60 }, (_, at) => `HS-${at},${unit.slug},Người ${at},nguoi${at}@vi-du.vn`);
  await startList(db, keys, manager, round.slug, Buffer.from(["Mã hồ sơ,Đơn vị,Họ tên,Email", ...rows].join("\n")), day("02"));
  await acceptList(db, keys, manager, round.slug, day("02"));
  const drawn = await drawSample(db, keys, manager, round.slug, { wish: { ...usualWish, responseRate: 100 }, seed: "1" }, day("02"));
  expect(drawn.ok && drawn.value.drawn).toBe(53);
  await mailPeople(db, keys, manager, round.slug, "invitation", day("03"));

  // Ten answer on each of three days, in the order of a shuffled deck; only this test knows who sent what.
  const people = await client<{ id: string; slip: string }[]>`select id, slip_id as slip from sample_people order by md5(id::text)`;
  for (const [at, { slip }] of people.slice(0, 30).entries()) {
    const now = day(["05", "06", "07"][Math.floor(at / 10)] ?? "05");
    const submission = { round: round.slug, sheet: { answers: { C1: 1 + (at % 5) }, slip: sampleSlipCode(keys, slip) } };
    const sent = await submitSheet(db, keys, { ...submission, mode: "open_link", idempotencyKey: `phone ${at}`, language: "vi" }, now);
    expect(sent.ok).toBe(true);
    if (at % 10 === 9) await foldAllSheets(db, round.id);
    if (at === 19) await forgetOrder(db, civilDay(day("06")));
  }
  await forgetOrder(db, civilDay(day("07")));

  // By value: no value stands in one sheet and with one person.
  const [sheetColumns, theirs] = await Promise.all([columnsOf("sheets"), Promise.all(["sample_people", "slips", "messages"].map(columnsOf))]);
  const joins: string[] = [];
  for (const { column } of sheetColumns) {
    for (const { table, column: other } of theirs.flat()) {
      const [found] = await client.unsafe(
        `select 1 from (select ${column}::text as v from sheets group by 1 having count(*) = 1) s
         join (select ${other}::text as v from ${table} group by 1 having count(*) = 1) o using (v) limit 1`,
      );
      if (found) joins.push(`sheets.${column} = ${table}.${other}`);
    }
  }
  expect(joins).toEqual([]);

  // By what PostgreSQL keeps of each row: the transaction that wrote it, and where it stands.
  const byTransaction = await client`select 1 from sheets join slips on slips.xmin = sheets.xmin`;
  expect(byTransaction).toHaveLength(0);
  expect(await client`select distinct xmin::text from slips where state = 'used'`).toHaveLength(1);
  const standing = await client<{ id: string }[]>`select id from slips where state = 'used' order by ctid`;
  expect(standing.map(({ id }) => id)).toEqual(standing.map(({ id }) => id).toSorted());
  const folded = await client<{ id: string; fold: string }[]>`select id, xmin::text as fold from sheets order by ctid`;
  for (const fold of new Set(folded.map((sheet) => sheet.fold))) {
    const ids = folded.filter((sheet) => sheet.fold === fold).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  }
  // By the trace: nothing was written down of anybody who answered.
  expect(await client`select act from audit_events where at between '2026-11-04' and '2026-11-10'`).toHaveLength(0);
  await client.end();

  async function columnsOf(table: string) {
    const found = await client<{ column: string }[]>`select column_name as column from information_schema.columns where table_name = ${table}`;
    return found.map(({ column }) => ({ table, column }));
  }
}, 60_000);

test("who holds the whole database cannot say which open answers are of one sheet, nor which slip let them in", async () => {
  const { db, client } = await cloneDatabase(4);
  const unit = await makeUnit(db);
  const second = sipas.questions.filter(({ code }) => code === "K1").map((question) => ({ ...question, code: "K2" }));
  const version = { id: await storeQuestionnaire(db, { ...sipas, code: "chu", questions: [...sipas.questions, ...second] }) };
  const round = await makeRound(db, { units: [unit], authority: unit, version, modes: ["desk_slip"], opensOn: "2026-11-01" });
  const desk = await makeOfficial(db, { roles: ["one_stop"], unit });
  const issued = await issueSlips(db, desk, { round: round.slug, unit: unit.slug, occasion: "result", count: 7, validDays: 20 }, day("05"));
  const codes = issued.ok ? issued.value.codes : [];
  const questions = ["K1", "K2"];
  const answers = Object.fromEntries(round.layout.scale.map(({ code }) => [code, 2]));
  const send = async (from: number, to: number) => {
    for (const [at, slip] of codes.entries()) {
      if (at < from || at >= to) continue;
      const sheet = { answers, texts: Object.fromEntries(questions.map((question) => [question, `Ý kiến ${at} ${question}`])), slip };
      const sent = await submitSheet(
        db,
        keys,
        { round: round.slug, sheet, mode: "open_link", idempotencyKey: `words ${at}`, language: "vi" },
        day("05"),
      );
      expect(sent).toMatchObject({ ok: true });
    }
  };
  const mixDue = async () => {
    for (const id of await roundsToMix(db)) await db.transaction((tx) => mixTexts(tx, id));
  };
  const together = () => client`select xmin::text from sheet_texts group by 1`;
  const besideSlips = () => client`select 1 from sheet_texts join slips on slips.xmin = sheet_texts.xmin`;
  const besideKeys = () => client`select 1 from sheet_texts join idempotency_keys on idempotency_keys.xmin = sheet_texts.xmin`;

  await send(0, 4);
  await foldAllSheets(db, round.id);
  await mixDue();
  // Four are too few to hide among, while more may come.
  expect(await besideSlips()).toHaveLength(8);

  await send(4, 6);
  await foldAllSheets(db, round.id);
  const before = await db.select().from(sheetTexts).orderBy(sheetTexts.id);
  await mixDue();
  expect([await together(), await besideSlips(), await besideKeys()].map(({ length }) => length)).toEqual([1, 0, 0]);
  expect(await client`select 1 from sheet_texts join sheets on sheets.xmin = sheet_texts.xmin`).toHaveLength(0);
  const standing = await client<{ id: string }[]>`select id from sheet_texts order by ctid`;
  expect(standing.map(({ id }) => id)).toEqual(standing.map(({ id }) => id).toSorted());
  expect(await db.select().from(sheetTexts).orderBy(sheetTexts.id)).toEqual(before.map((text) => ({ ...text, mixed: true })));

  // The last one of a round is not kept waiting for company that cannot come.
  await send(6, 7);
  await mixDue();
  expect(await besideSlips()).toHaveLength(2);
  await client`update rounds set state = 'closed', stage = 'to_check'`;
  await mixDue();
  expect([await together(), await besideSlips(), await besideKeys()].map(({ length }) => length)).toEqual([2, 0, 0]);
  await client.end();
}, 60_000);
