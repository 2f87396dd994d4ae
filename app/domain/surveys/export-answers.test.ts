import { eq, sql } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { expect, test } from "#tests/support/test.ts";
import { answerColumns } from "./answer-columns.ts";
import type { Codebook } from "./codebook.ts";
import { closeRound, exportAnswers, readCodebook, storeQuestionnaire } from "./index.server.ts";
import { optionsOf } from "./question-options.ts";
import { spssSyntax } from "./spss-syntax.ts";

const now = new Date("2026-11-12T03:00:00Z");
const words = (text: string) => ({ vi: text, en: `${text} (en)` });
const common = { part: "views" as const, required: false };
const options = [
  { code: "a", label: words("Lựa chọn ‘a’") },
  { code: "b", label: words("Lựa chọn 'b'") },
  { code: "c", label: words("Lựa chọn c") },
];
const long = `Câu hỏi rất dài: ${"thời hạn giải quyết hồ sơ đúng như đã hẹn và được báo trước khi chậm, ".repeat(9)}`.trim();

async function makeWorld(db: Db) {
  const version = await storeQuestionnaire(db, {
    code: "xuat",
    version: 1,
    title: words("Phiếu xuất"),
    intro: words("Mời trả lời."),
    consent: words("Không hỏi tên."),
    closing: words("Cảm ơn."),
    scale: [1, 2, 3, 4, 5].map((value) => ({ value, label: words(`Mức ${value}`) })),
    indexVariant: "pooled",
    factors: [{ code: "F1", name: words("Yếu tố") }],
    questions: [
      { ...common, code: "F1.1", kind: "scale5", part: "service", factor: "F1", text: words(long), notApplicable: true },
      { ...common, code: "F1.2", kind: "scale5", part: "service", factor: "F1", text: words("It's ok") },
      { ...common, code: "BA", kind: "scale3", text: words("Ba mức"), notApplicable: true },
      { ...common, code: "1-mot", kind: "single", text: words("Chọn một"), options },
      { ...common, code: "CO", kind: "yesno", text: words("Có hay không") },
      { ...common, code: "NHIEU", kind: "multiple", text: words("Chọn nhiều"), options },
      { ...common, code: "LAN", kind: "number", text: words("Mấy lần"), min: 1, max: 9 },
      {
        ...common,
        code: "TUOI",
        kind: "number",
        part: "profile",
        text: words("Tuổi"),
        min: 18,
        max: 99,
        bands: [
          { code: "t1", label: words("Trẻ"), from: 18 },
          { code: "t2", label: words("Già"), from: 50 },
        ],
      },
      { ...common, code: "XEP", kind: "ranking", text: words("Xếp hạng"), options },
      { ...common, code: "K1", kind: "text", part: "open", text: words("Ý kiến khác") },
    ],
  });
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const round = await makeRound(db, { units: [unit], authority, version: { id: version }, opensOn: "2026-09-01", closesOn: "2026-10-31", now });
  // choices: BA, 1-mot, CO, NHIEU, LAN, TUOI, XEP
  const rows = [
    { answers: [6, 5], choices: [4, 1, 1, 0b101, 1, 2, 321], flags: 1, language: "en" as const, day: "2026-09-05" },
    { answers: [4, 0], choices: [3, 2, 2, 0b010, 9, 1, 12], flags: 6, language: "vi" as const, day: "2026-10-05" },
    { answers: [0, 1], choices: [0, 0, 0, 0, 0, 0, 0], flags: 0, language: "vi" as const, day: "2026-10-06" },
  ];
  const many = Array.from({ length: 900 }, (_, index) => rows[index % 3] ?? rows[0]).filter((row) => row !== undefined);
  const base = { roundId: round.id, questionnaireVersionId: round.versionId, unitId: unit.id, mode: "kiosk" as const };
  await db.insert(sheets).values(many.map((row) => ({ ...base, ...row })));
  const manager = await makeOfficial(db, { roles: ["survey_manager"], unit: authority });
  return { round, unit, manager };
}

async function exported(db: Db, world: Awaited<ReturnType<typeof makeWorld>>) {
  expect(await closeRound(db, world.manager, world.round.slug, now)).toMatchObject({ ok: true });
  const file = await exportAnswers(db, world.manager, world.round.slug, { format: "csv", reason: "Phân tích cho báo cáo năm" }, now);
  if (!file.ok) throw new Error(file.code);
  const rows = [];
  for await (const batch of file.value.rows()) rows.push(...batch);
  const names = file.value.codebook.columns.map(({ name }) => name);
  return { codebook: file.value.codebook, rows: rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? "", cell]))) };
}

test("every sheet is one row without id and day, numbers as they were answered", async ({ db }) => {
  const world = await makeWorld(db);
  const { rows, codebook } = await exported(db, world);
  expect(rows).toHaveLength(900);
  expect(codebook.sheets).toBe(900);
  const place = { mode: "kiosk", language: "en", month: "2026-09", excluded: 0 };
  const flags = { flag_speeder: 1, flag_straight_lining: 0, flag_same_device_day: 0 };
  const chosen = { BA: 4, "1-mot": 1, CO: 1, NHIEU_a: 1, NHIEU_b: 0, NHIEU_c: 1, LAN: 1, TUOI: 2, XEP_a: 1, XEP_b: 2, XEP_c: 3 };
  const answers = { "F1.1": 6, "F1.2": 5, ...chosen };
  expect(rows.find((row) => row["F1.1"] === 6)).toEqual({
    unit: world.unit.slug,
    procedure: null,
    ...place,
    ...flags,
    ...answers,
  });
  expect(rows.find((row) => row["F1.1"] === 4)).toMatchObject({ "F1.2": null, LAN: 9, XEP_a: 2, XEP_b: 1, XEP_c: null, flag_same_device_day: 1 });
  expect(rows.find((row) => row["F1.1"] === null)).toMatchObject({
    BA: null,
    NHIEU_a: null,
    NHIEU_c: null,
    LAN: null,
    XEP_a: null,
    month: "2026-10",
  });
  expect(JSON.stringify(rows)).not.toMatch(/2026-\d\d-\d\d/);
  const ids = new Set((await db.select({ id: sheets.id }).from(sheets)).map(({ id }) => id));
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => typeof cell === "string" && ids.has(cell))).toEqual([]);
});

test("the rows count what the tallies count, question by question and value by value", async ({ db }) => {
  const world = await makeWorld(db);
  const { rows } = await exported(db, world);
  const { layout } = world.round;
  const tally = async (question: number) => {
    const found = await db.execute<{ value: number; n: number }>(
      sql`select value, sum(n)::int as n from tallies where round_id = ${world.round.id} and question = ${question} group by value`,
    );
    return new Map(found.map(({ value, n }) => [value, n]));
  };
  expect((await tally(-1)).get(0)).toBe(rows.length);
  const counted = (name: string, value: number) => rows.filter((row) => (row[name] ?? 0) === value).length;
  for (const [place, { code }] of layout.scale.entries()) {
    for (const [value, n] of await tally(place)) expect([code, value, counted(code, value)]).toEqual([code, value, n]);
  }
  for (const [place, question] of layout.choices.entries()) {
    const found = await tally(1000 + place);
    if (question.kind === "multiple") {
      for (const [index, { code }] of optionsOf(question).entries()) expect(counted(`${question.code}_${code}`, 1)).toBe(found.get(index + 1) ?? 0);
    } else if (question.kind !== "ranking") {
      for (const [value, n] of found) expect([question.code, value, counted(question.code, value)]).toEqual([question.code, value, n]);
    }
  }
});

test("only who reads answers of that authority takes them, of a closed round, for a reason that is written down", async ({ db }) => {
  const { round, manager } = await makeWorld(db);
  const what = { format: "csv" as const, reason: "Phân tích cho báo cáo năm" };
  expect(await exportAnswers(db, manager, round.slug, what, now)).toMatchObject({ code: "answers.round_open" });
  expect(await readCodebook(db, manager, round.slug)).toMatchObject({ code: "answers.round_open" });
  await closeRound(db, manager, round.slug, now);
  for (const roles of [["approver"], ["coordinator"], ["auditor"], ["admin"]] as const) {
    const other = await makeOfficial(db, { roles: [...roles], unit: { id: round.authority.id } });
    expect(await exportAnswers(db, other, round.slug, what, now)).toMatchObject({ code: "survey.not_yours" });
  }
  const elsewhere = await makeOfficial(db, { roles: ["survey_manager"], unit: await makeUnit(db) });
  expect(await exportAnswers(db, elsewhere, round.slug, what, now)).toMatchObject({ code: "survey.not_yours" });
  expect(await exportAnswers(db, manager, round.slug, { ...what, reason: "  xem  " }, now)).toMatchObject({ code: "answers.reason_missing" });
  const trace = () => db.select().from(auditEvents).where(eq(auditEvents.act, "round.answers_exported"));
  expect(await trace()).toEqual([]);
  expect(await exportAnswers(db, manager, round.slug, what, now)).toMatchObject({ ok: true });
  expect(await trace()).toMatchObject([{ officialId: manager.id, data: { format: "csv", sheets: 900, reason: what.reason } }]);
});

test("the syntax names every question and value as the questionnaire does, in both languages", async ({ db }) => {
  const world = await makeWorld(db);
  const { codebook } = await exported(db, world);
  for (const lang of ["vi", "en"] as const) {
    const read = readSyntax(spssSyntax(codebook, lang, "phieu.csv"));
    expect(read.variables).toEqual(codebook.columns.map(({ variable }) => variable));
    for (const column of answerColumns(world.round.layout)) {
      const { variable, missing } = described(codebook, column.name);
      expect(isSame(read.labels.get(variable) ?? "", column.label[lang]), column.name).toBe(true);
      expect(read.values.get(variable) ?? []).toEqual(column.values.map(({ value, label }) => [String(value), label[lang]]));
      expect(read.missing.get(variable) ?? []).toEqual(missing);
    }
  }
  expect(described(codebook, "1-mot").variable).toBe("Q1_mot");
  expect(described(codebook, "F1.1").missing).toEqual([6]);
  const lines = spssSyntax(codebook, "vi", "phieu.csv").split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 250)).toEqual([]);
});

const described = (codebook: Codebook, name: string) => {
  const column = codebook.columns.find((one) => one.name === name);
  if (!column) throw new Error(`No column ${name}`);
  return column;
};

/** A label that SPSS has no room for ends in “…”. */
const isSame = (label: string, whole: string) =>
  label === whole || (label.endsWith("…") && whole.startsWith(label.slice(0, -1)) && label.length > 80);

/** Reads back what the syntax says, as SPSS would: pieces joined by `+`, doubled quotes as one. */
function readSyntax(syntax: string) {
  const text = syntax.replaceAll(/'\s*\+ '/g, "");
  const part = (from: string, to: string) => text.slice(text.indexOf(from) + from.length, text.indexOf(to, text.indexOf(from)));
  const unquoted = (quoted: string) => quoted.slice(1, -1).replaceAll("''", "'");
  const variables = [...part("/VARIABLES=", "\r\n  .").matchAll(/^ {4}(\S+) \S+$/gm)].map(([, name = ""]) => name);
  const labels = new Map(
    [...part("VARIABLE LABELS", "\r\n  .").matchAll(/^ {2}\/?(\S+)\s+('(?:[^']|'')*')/gm)].map(
      ([, name = "", label = ""]) => [name, unquoted(label)] as const,
    ),
  );
  const values = new Map(
    part("VALUE LABELS", "\r\n  .")
      .split(/^ {2}\/?(?=\S)/m)
      .slice(1)
      .map((block) => {
        const [name = ""] = block.split(/\s/, 1);
        const pairs = [...block.matchAll(/^ {4}(\S+) ('(?:[^']|'')*')/gm)].map(([, value = "", label = ""]) => [value, unquoted(label)] as const);
        return [name, pairs] as const;
      }),
  );
  const missing = new Map(
    [...text.matchAll(/^MISSING VALUES (\S+) \(([\d, ]+)\)\.$/gm)].map(([, name = "", list = ""]) => [name, list.split(", ").map(Number)] as const),
  );
  return { variables, labels, values, missing };
}
