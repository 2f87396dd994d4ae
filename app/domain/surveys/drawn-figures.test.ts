import fc from "fast-check";
import { expect, test } from "#tests/support/test.ts";
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { sampleStrata } from "#db/schema/index.ts";
import { compareWithLastRound, findRound, foldSheets, resultsForPublication, roundFigures } from "./index.server.ts";
import { noProcedure } from "./sheet-marks.server.ts";

const many = (n: number, answers: number[]) => Array.from({ length: n }, () => answers);

const draw = (db: Db, roundId: string, strata: readonly (readonly [unit: { id: string }, population: number])[]) =>
  db
    .insert(sampleStrata)
    .values(strata.map(([unit, population]) => ({ roundId, unitId: unit.id, procedureId: noProcedure, population, planned: 0, drawn: 0 })));

test("a drawn sample is weighted by the list, while it comes in, half folded and frozen alike", async ({ db }) => {
  const [a, b] = [await makeUnit(db), await makeUnit(db)];
  const round = await makeRound(db, { units: [a, b], authority: await makeUnit(db), modes: ["open_link", "sample"] });
  await draw(db, round.id, [
    [a, 900],
    [b, 100],
  ]);
  await addSheets(db, round, [...many(10, [5, 5]), ...many(10, [1, 1])], { unit: a, mode: "sample" });
  await foldSheets(db, round.id, 7);
  await addSheets(db, round, many(30, [4, 4]), { unit: b, mode: "sample" });

  const drawn = async () => {
    const now = await findRound(db, round.slug);
    const figures = now && (await roundFigures(db, now));
    return figures?.groups.find(({ group }) => group === "drawn");
  };
  const before = await drawn();
  // (900 × 10/20 + 100 × 30/30) ÷ 1000
  expect(before).toMatchObject({
    sheets: 50,
    sample: { population: 1000, strata: 2, weights: 2 },
    overall: { metric: "sample_satisfaction", value: 55, n: 50 },
  });

  const by = { manager: await makeOfficial(db, { roles: ["survey_manager"] }), leader: await makeOfficial(db, { roles: ["approver"] }) };
  await finishRound(db, by, round.slug);
  expect(await drawn()).toEqual(before);
  const published = (await resultsForPublication(db, round.slug))?.figures.find(({ group, unit }) => group === "drawn" && unit === undefined);
  expect(published).toMatchObject({ metric: "sample_satisfaction", value: 55, method: "stratified_linearised" });
});

test("a drawn sample without a list is counted plainly", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)], modes: ["sample"] });
  await addSheets(db, round, many(10, [5, 5]), { mode: "sample" });
  const drawn = (await roundFigures(db, round)).groups.find(({ group }) => group === "drawn");
  expect(drawn).toMatchObject({ sample: undefined, overall: { metric: "satisfaction_index", value: 100, n: 10 } });
});

test("a round is compared with the published one before it, unless the questionnaire changed", async ({ db }) => {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const [version, other] = [await makeQuestionnaireVersion(db), await makeQuestionnaireVersion(db)];
  const [manager, leader] = [await makeOfficial(db, { roles: ["survey_manager"] }), await makeOfficial(db, { roles: ["approver"] })];
  const make = async (slug: string, year: number, satisfied: number, of = version) => {
    const round = await makeRound(db, { units: [unit], authority, version: of, slug, opensOn: `${year}-03-01`, closesOn: `${year}-03-31` });
    await addSheets(db, round, [...many(satisfied, [4, 4]), ...many(200 - satisfied, [2, 2])]);
    return round;
  };
  const compare = async (slug: string) => {
    const round = await findRound(db, slug);
    return round ? await compareWithLastRound(db, round, (await roundFigures(db, round)).groups) : [];
  };
  await make("ss-1", 2024, 150);
  expect(await compare("ss-1")).toEqual([]);
  await make("ss-2", 2025, 190);
  expect(await compare("ss-2")).toEqual([]);
  await finishRound(db, { manager, leader }, "ss-1");
  expect(await compare("ss-2")).toMatchObject([
    { group: "self_selected", before: { slug: "ss-1", overall: { value: 75 } }, comparison: { verdict: "higher", points: 20 } },
  ]);
  await make("ss-3", 2026, 152, other);
  expect(await compare("ss-3")).toMatchObject([{ before: { slug: "ss-1" }, comparison: null }]);

  // A survey by another questionnaire in between is no reason not to compare with the one before it.
  await finishRound(db, { manager, leader }, "ss-3");
  await make("ss-4", 2027, 190);
  expect(await compare("ss-4")).toMatchObject([{ before: { slug: "ss-1" }, comparison: { verdict: "higher", points: 20 }, sameUnits: true }]);
  const more = await makeUnit(db, { parent: authority });
  const wider = { units: [unit, more], authority, version, slug: "ss-5", opensOn: "2028-03-01", closesOn: "2028-03-31" };
  await addSheets(db, await makeRound(db, wider), many(40, [4, 4]), { unit: more });
  expect(await compare("ss-5")).toMatchObject([{ before: { slug: "ss-1" }, sameUnits: false }]);
});

test("every figure equals a count of the raw sheets, and the overall index pools the factors", async ({ db }) => {
  const units = [await makeUnit(db), await makeUnit(db)];
  const criteria = ["A", "B", "C"].map((code, index) => ({ code, factor: index < 2 ? "F1" : "F2" }));
  const version = await makeQuestionnaireVersion(db, { criteria });
  const answer = fc.integer({ min: 0, max: 5 });
  const sheet = fc.record({ answers: fc.tuple(fc.integer({ min: 1, max: 5 }), answer, answer), unit: fc.nat(1) });
  const share = (values: readonly number[], from: number, to: number) => {
    const given = values.filter((value) => value > 0);
    return (100 * given.filter((value) => from <= value && value <= to).length) / given.length;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 30, maxLength: 60 }), async (list) => {
      const round = await makeRound(db, { units, version, authority: units[0] ?? { id: "" } });
      for (const [index, unit] of units.entries()) {
        const own = list.filter((one) => one.unit === index).map(({ answers }) => [...answers]);
        if (own.length > 0) await addSheets(db, round, own, { unit });
      }
      const [figures] = (await roundFigures(db, round)).groups;
      if (!figures || figures.showing !== "detail") return;
      const at = (places: readonly number[]) => list.flatMap(({ answers }) => places.map((place) => answers[place] ?? 0));
      expect(figures.sheets).toBe(list.length);
      expect(figures.overall.value).toBeCloseTo(share(at([0, 1, 2]), 4, 5), 1);
      expect(figures.dissatisfaction.value).toBeCloseTo(share(at([0, 1, 2]), 1, 2), 1);
      expect(figures.factors.map(({ figure }) => figure.n)).toEqual([list.length, list.filter(({ answers }) => answers[2] > 0).length || null]);
      let [satisfied, answered] = [0, 0];
      for (const [place, { figure, levels }] of figures.criteria.entries()) {
        expect(figure.value ?? Number.NaN).toBeCloseTo(share(at([place]), 4, 5), 1);
        expect((levels ?? []).reduce<number>((sum, n) => sum + n, 0)).toBe(figure.n);
        satisfied += (levels?.[3] ?? 0) + (levels?.[4] ?? 0);
        answered += figure.n ?? 0;
      }
      expect(figures.overall.value).toBeCloseTo((100 * satisfied) / answered, 1);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
