import { randomUUID } from "node:crypto";
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sampleStrata, sheets, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { readRoundReport, type Round, roundFigures } from "#app/domain/surveys/index.server.ts";
import { storeQuestionnaire } from "#app/domain/surveys/prepare-questionnaires.server.ts";
import { noProcedure } from "#app/domain/surveys/sheet-marks.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { expect, test } from "#tests/support/test.ts";
import { roundDocument } from "#app/routes/portal/report/round-document.ts";

const now = new Date("2026-11-12T03:00:00Z");

async function makeReport(db: Db, counts: readonly { answered: number; issued: number; used: number }[]) {
  const authority = await makeUnit(db);
  const units = [];
  for (const _ of counts) units.push(await makeUnit(db, { parent: authority }));
  const round = await makeRound(db, { units, modes: ["desk_slip"], target: 83 });
  for (const [index, { answered, issued, used }] of counts.entries()) {
    const unit = units[index];
    if (!unit) continue;
    const sheet = (place: number) => ({
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      unitId: unit.id,
      mode: "desk_slip" as const,
      language: "vi" as const,
      day: "2026-11-05",
      answers: [(place % 5) + 1, 5],
      choices: [],
    });
    await db.insert(sheets).values(Array.from({ length: answered }, (_, place) => sheet(place)));
    const slip = (state: "used" | "issued") => ({
      codeHash: randomUUID(),
      roundId: round.id,
      unitId: unit.id,
      occasion: "result" as const,
      state,
      issuedOn: "2026-11-01",
      expiresOn: "2026-11-30",
    });
    await db.insert(slips).values(Array.from({ length: issued }, (_, place) => slip(place < used ? "used" : "issued")));
  }
  const report = await readRoundReport(db, round, now);
  const document = roundDocument({ lang: "vi", t: i18nFor("vi").t }, report, "https://langnghe.example/hai-long/dot");
  const table = (section: string) => document.sections.find(({ id }) => id === section)?.tables[0]?.rows ?? [];
  return { round, document, table, units };
}

test("a report's tables say what the round's page says, to the digit", async ({ db }) => {
  const { round, table, units } = await makeReport(db, [
    { answered: 12, issued: 20, used: 12 },
    { answered: 8, issued: 10, used: 8 },
  ]);
  const { groups } = await roundFigures(db, round);
  const [group] = groups;
  expect(table("factors")).toEqual(
    group?.factors.map(({ name, figure }) => [name.vi, figure.n, figure.value, figure.low, figure.high, expect.anything()]),
  );
  expect(table("units").map(([name, n, value]) => [name, n, value])).toEqual(
    group?.units.map(({ name, figure }) => [name.vi, figure.n, figure.value]),
  );
  const names = units.map(({ nameVi }) => nameVi);
  expect(table("sample")).toEqual([
    [names[0], 20, 12, 60],
    [names[1], 10, 8, 80],
    [expect.any(String), 30, 20, 66.67],
  ]);
});

test("slips used by a handful are hidden in a report, and their sum does not give them away", async ({ db }) => {
  const { table, document } = await makeReport(db, [
    { answered: 12, issued: 20, used: 12 },
    { answered: 3, issued: 10, used: 3 },
    { answered: 9, issued: 10, used: 9 },
  ]);
  const rows = table("sample");
  const shown = rows.slice(0, -1).flatMap(([, , used]) => (typeof used === "number" ? [used] : []));
  expect(shown).not.toContain(3);
  const total = rows.at(-1)?.[2];
  if (typeof total === "number") expect(total - shown.reduce((sum, used) => sum + used, 0)).toBeGreaterThanOrEqual(5);
  expect(document.sections.find(({ id }) => id === "sample")?.tables[0]?.note).toBeDefined();
});

test("other questions, respondents, ranks, the drawn sample and the round before stand in a report as on the round's pages", async ({ db }) => {
  const authority = await makeUnit(db);
  const units = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const version = { id: await storeQuestionnaire(db, { ...sipas, code: "bao-cao" }) };
  const wish = { units, authority, version, modes: ["open_link" as const, "sample" as const], target: 83 };
  const before = await makeRound(db, { ...wish, opensOn: "2026-09-01", closesOn: "2026-09-30" });
  const round = await makeRound(db, { ...wish, opensOn: "2026-11-01", closesOn: "2026-11-30" });
  const answer = (of: Round, unitId: string, mode: "open_link" | "sample", level: number, count: number) =>
    db.insert(sheets).values(
      Array.from({ length: count }, (_, place) => ({
        roundId: of.id,
        questionnaireVersionId: of.versionId,
        unitId,
        mode,
        language: "vi" as const,
        day: of.opensOn,
        answers: of.layout.scale.map(() => level),
        choices: of.layout.choices.map(() => 1 + (place % 2)),
      })),
    );
  const [good, poor] = units.map(({ id }) => id);
  for (const [unit, level, population, drawn] of [
    [good ?? "", 5, 400, 70],
    [poor ?? "", 2, 300, 65],
  ] as const) {
    await answer(before, unit, "open_link", 5, 40);
    await answer(round, unit, "open_link", level, 60);
    await answer(round, unit, "sample", level, 60);
    await db.insert(sampleStrata).values({ roundId: round.id, unitId: unit, procedureId: noProcedure, population, planned: drawn, drawn });
  }
  const by = { manager: await makeOfficial(db, { roles: ["survey_manager"] }), leader: await makeOfficial(db, { roles: ["approver"] }) };
  await finishRound(db, by, before.slug);

  const report = await readRoundReport(db, round, now);
  const { groups } = await roundFigures(db, round);
  const [own, drawnGroup] = groups;
  const document = roundDocument({ lang: "vi", t: i18nFor("vi").t }, report, "https://langnghe.example/hai-long/dot");
  const tables = (id: string) => document.sections.find((section) => section.id === id)?.tables ?? [];
  expect(tables("choices-self_selected")[0]?.rows).toEqual(
    own?.choices.flatMap(({ text, base, options }) =>
      options.map(({ label, count, figure }) => [text.vi, label.vi, count, base, figure.value, figure.low, figure.high]),
    ),
  );
  expect(own?.choices.flatMap(({ options }) => options.map(({ count }) => count))).toContain(60);
  expect(tables("profiles-drawn")[0]?.rows).toEqual(
    drawnGroup?.profiles.flatMap(({ text, options }) =>
      options.map(({ label, figure }) => [text.vi, label.vi, figure.n, figure.value, figure.low, figure.high]),
    ),
  );
  const [first, second] = units.map(({ nameVi }) => nameVi);
  expect(tables("units-self_selected")[1]?.rows).toEqual([
    [first, "1", 100, 17],
    [second, "2", 0, -83],
  ]);
  expect(tables("drawn")[0]?.rows.toSorted(([, a], [, b]) => Number(b) - Number(a))).toEqual([
    [expect.any(String), 700, 135, 120, 88.89],
    [first, 400, 70, 60, 85.71],
    [second, 300, 65, 60, 92.31],
  ]);
  const overall = document.sections.find(({ id }) => id === "overall-self_selected")?.paragraphs.join(" ");
  expect(overall).toContain(`Giảm 50,00 điểm phần trăm so với đợt trước (${before.title.vi}`);
});
