import { expect, test } from "#tests/support/test.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound, type WishedCriterion } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { countCells, roundOf, type Sheet } from "#tests/support/survey-attack/world.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { type FigureRound, figuresOfGroup } from "./group-figures.ts";
import { closeRound, foldSheets, readCodebook, resultsForPublication, roundFigures } from "./index.server.ts";
import { maskCounts } from "./mask-counts.ts";
import { countByStratum, type SampleStratum, weighSample } from "./weigh-sample.ts";

const policies = Array.from({ length: 14 }, (_, at): WishedCriterion => ({ code: `I${at + 1}`, factor: at < 4 ? "I.A" : "I.C", part: "policy" }));
const services = Array.from({ length: 19 }, (_, at): WishedCriterion => ({ code: `II${at + 1}`, factor: "II.I", part: "service" }));

/** Ten people: nine satisfied with every service, six with every policy; one is dissatisfied with both. */
const tenSheets = Array.from({ length: 10 }, (_, at) => [
  ...policies.map(() => (at < 6 ? 4 : at < 9 ? 3 : 1)),
  ...services.map(() => (at < 9 ? 5 : 2)),
]);

test("fourteen policies of 60 % and nineteen services of 90 % are two figures, and neither is 77.27", async ({ db }) => {
  const units = [await makeUnit(db), await makeUnit(db)];
  const version = await makeQuestionnaireVersion(db, { criteria: [...policies, ...services] });
  const round = await makeRound(db, { units, version, authority: await makeUnit(db) });
  for (const unit of units) await addSheets(db, round, tenSheets, { unit });
  await foldSheets(db, round.id, 7);

  const [whole] = (await roundFigures(db, round)).groups;
  expect(whole?.overall).toMatchObject({ metric: "satisfaction_index", value: 90, n: 20 });
  expect(whole?.dissatisfaction).toMatchObject({ value: 10 });
  expect(whole?.factors.map(({ code, figure }) => [code, figure.value])).toEqual([["II.I", 90]]);
  expect(whole?.policy).toMatchObject({
    overall: { metric: "satisfaction_index", value: 60, n: 20 },
    dissatisfaction: { metric: "dissatisfaction_rate", value: 10 },
    factors: [
      { code: "I.A", figure: { value: 60 } },
      { code: "I.C", figure: { value: 60 } },
    ],
  });
  expect(whole?.units.map(({ figure }) => figure.value)).toEqual([90, 90]);

  // Wilson: 9 of 10 and 6 of 10.
  const [one] = (await roundFigures(db, round, { unitId: units[0]?.id })).groups;
  expect(one?.overall).toMatchObject({ value: 90, low: 59.58, high: 98.21 });
  expect(one?.policy?.overall).toMatchObject({ value: 60, n: 10, low: 31.27, high: 83.18 });
});

test("open data and codebook tell policies from services", async ({ db }) => {
  const unit = await makeUnit(db);
  const version = await makeQuestionnaireVersion(db, { criteria: [...policies.slice(0, 2), ...services.slice(0, 1)] });
  const round = await makeRound(db, { units: [unit], version });
  const few = tenSheets.map((sheet) => [...sheet.slice(0, 2), ...sheet.slice(14, 15)]);
  await addSheets(db, round, few);

  const { figures = [] } = (await resultsForPublication(db, round.slug)) ?? {};
  const lines = figures.filter(({ metric, mode, unit: place }) => metric === "satisfaction_index" && mode === undefined && place === undefined);
  expect(lines.map(({ about, factor, criterion, value }) => [about, factor, criterion, value])).toEqual([
    [undefined, undefined, undefined, 90],
    ["policy", undefined, undefined, 60],
    [undefined, "II.I", undefined, 90],
    ["policy", "I.A", undefined, 60],
    ["policy", "I.A", "I1", 60],
    ["policy", "I.A", "I2", 60],
    [undefined, "II.I", "II1", 90],
  ]);

  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  await closeRound(db, manager, round.slug);
  const book = await readCodebook(db, manager, round.slug);
  expect(book.ok && book.value.indices.map(({ code, about, questions }) => [code, about, questions])).toEqual([
    ["overall", "service", ["II1"]],
    ["II.I", "service", ["II1"]],
    ["policy", "policy", ["I1", "I2"]],
    ["I.A", "policy", ["I1", "I2"]],
  ]);
});

test("a version that calls all of them services keeps the figure that its rounds published", async ({ db }) => {
  const criteria = [...policies, ...services].map((one) => ({ ...one, part: "service" as const }));
  const round = await makeRound(db, { units: [await makeUnit(db)], version: await makeQuestionnaireVersion(db, { criteria }) });
  await addSheets(db, round, tenSheets);
  const [group] = (await roundFigures(db, round)).groups;
  // (14 × 6 + 19 × 9) ÷ 330
  expect(group?.overall.value).toBe(77.27);
  expect(group?.policy).toBeUndefined();
});

test("where a policy has one to four answers, services are shown as a whole and policies not at all", async ({ db }) => {
  const version = await makeQuestionnaireVersion(db, { criteria: [...policies.slice(0, 2), ...services.slice(0, 1)] });
  const round = await makeRound(db, { units: [await makeUnit(db)], version });
  await addSheets(
    db,
    round,
    Array.from({ length: 20 }, (_, at) => [4, at < 3 ? 4 : 0, 5]),
  );
  const [group] = (await roundFigures(db, round)).groups;
  expect(group).toMatchObject({ showing: "overall", overall: { value: 100, n: 20 } });
  expect(group?.policy).toMatchObject({
    overall: { suppressed: true, n: null },
    dissatisfaction: { suppressed: true },
    factors: [{ figure: { suppressed: true } }],
  });
});

test("policies of a drawn sample are weighted by themselves", () => {
  const round = roundOf(2);
  const groups = [...round.layout.groups, { code: "policy", about: "policy" as const, isFactor: false, places: [2], factors: [[2]] }];
  const asked: FigureRound = { ...round, layout: { ...round.layout, overall: null, groups } };
  const sheets = (n: number, unit: number, answers: number[]): Sheet[] =>
    Array.from({ length: n }, () => ({ unit, procedure: 0, mode: "sample" as const, answers }));
  const list = [...sheets(5, 0, [5, 5, 5]), ...sheets(5, 0, [5, 5, 1]), ...sheets(10, 1, [1, 1, 5])];
  const cells = countCells(list).map((cell): SheetCounts => ({ ...cell, reached: [...cell.reached, 10] }));
  const strata: SampleStratum[] = [900, 100].map((population, unit) => ({ unitId: `u${unit}`, procedureId: null, population }));
  const counts = countByStratum(cells, strata) ?? [];
  const mask = maskCounts(counts);
  const figures = figuresOfGroup(asked, { group: "drawn", counts, mask, weights: weighSample(counts, strata, mask) });
  // Services (900 × 1 + 100 × 0) ÷ 1000, policies (900 × 0.5 + 100 × 1) ÷ 1000.
  expect(figures.overall).toMatchObject({ metric: "sample_satisfaction", value: 90 });
  expect(figures.policy?.overall).toMatchObject({ metric: "sample_satisfaction", value: 55, n: 20 });
  expect(figures.policy?.dissatisfaction).toMatchObject({ metric: "sample_dissatisfaction", value: 45 });
});
