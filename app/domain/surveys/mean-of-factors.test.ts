import { desc, eq } from "drizzle-orm";
import { expect, test } from "#tests/support/test.ts";
import { closeAndCompute } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countCells, roundOf, type Sheet } from "#tests/support/survey-attack/world.ts";
import { type FigureRound, figuresOfGroup } from "./group-figures.ts";
import { findRound, roundFigures } from "./index.server.ts";
import { maskCounts } from "./mask-counts.ts";
import { countByStratum, type SampleStratum, weighSample } from "./weigh-sample.ts";

/** Two criteria of one factor at 100, the only one of another at 50: 75 by factors, 83.33 by criteria or pooled. */
async function roundByMean(db: Db, variant: "mean" | "pooled" = "mean") {
  const criteria = ["A", "B", "C"].map((code, at) => ({ code, factor: at < 2 ? "F1" : "F2" }));
  const version = await makeQuestionnaireVersion(db, { criteria, variant });
  const round = await makeRound(db, { units: [await makeUnit(db)], version, opensOn: "2026-10-01", closesOn: "2026-10-31" });
  await addSheets(
    db,
    round,
    Array.from({ length: 20 }, (_, at) => [4, 5, at < 10 ? 4 : 1]),
  );
  return round;
}

test("an overall index by mean is the mean of the factors", async ({ db }) => {
  const [mean] = (await roundFigures(db, await roundByMean(db))).groups;
  // Wilson of 15 in 20.
  expect(mean?.overall).toMatchObject({ metric: "satisfaction_index", version: 2, value: 75, n: 20, low: 53.13, high: 88.81 });
  expect(mean?.dissatisfaction).toMatchObject({ value: 25 });
  expect(mean?.factors.map(({ figure }) => figure.value)).toEqual([100, 50]);
  const [pooled] = (await roundFigures(db, await roundByMean(db, "pooled"))).groups;
  expect(pooled?.overall).toMatchObject({ value: 83.33 });
});

test("a round that was frozen while it was the mean of criteria keeps the figure that was published", async ({ db }) => {
  const { slug, id } = await roundByMean(db);
  await closeAndCompute(db, await makeOfficial(db, { roles: ["survey_manager"] }), slug);
  const computed = async () => {
    const round = await findRound(db, slug);
    return round && (await roundFigures(db, round, {}, "computed")).groups[0];
  };
  expect(await computed()).toMatchObject({ overall: { version: 2, value: 75 } });

  const [snapshot] = await db.select().from(resultSnapshots).where(eq(resultSnapshots.roundId, id)).orderBy(desc(resultSnapshots.version));
  if (!snapshot) throw new Error("Nothing was frozen");
  const { meanOf, ...older } = snapshot.content;
  expect(meanOf).toBe("factors");
  const { id: _id, ...copy } = snapshot;
  await db.insert(resultSnapshots).values({ ...copy, version: snapshot.version + 1, content: older });
  expect(await computed()).toMatchObject({ overall: { version: 1, value: 83.33 }, factors: [{ figure: { value: 100 } }, { figure: { value: 50 } }] });
});

test("of a drawn sample too, with an error of the mean of the factors' errors", () => {
  const round = roundOf(2, "mean");
  const about = "service" as const;
  const groups = [
    { code: "overall", about, isFactor: false, places: [0, 1, 2], factors: [[0, 1], [2]] },
    { code: "F1", about, isFactor: true, places: [0, 1], factors: [[0, 1]] },
    { code: "F2", about, isFactor: true, places: [2], factors: [[2]] },
  ];
  const asked: FigureRound = { ...round, layout: { ...round.layout, overall: null, groups } };
  const sheets = (n: number, unit: number, answers: number[]): Sheet[] =>
    Array.from({ length: n }, () => ({ unit, procedure: 0, mode: "sample" as const, answers }));
  const list = [...sheets(5, 0, [5, 5, 5]), ...sheets(5, 0, [5, 5, 1]), ...sheets(10, 1, [5, 5, 5])];
  const strata: SampleStratum[] = [900, 100].map((population, unit) => ({ unitId: `u${unit}`, procedureId: null, population }));
  const counts = countByStratum(countCells(list), strata) ?? [];
  const mask = maskCounts(counts);
  const figures = figuresOfGroup(asked, { group: "drawn", counts, mask, weights: weighSample(counts, strata, mask) });
  // Second factor (900 × 0.5 + 100) ÷ 1000 = 0.55 with variance 0.9² × (1 − 10/900) × 0.25 × 10/9 ÷ 10 = 0.02225; the first is 1 without any.
  // (1 + 0.55) ÷ 2 = 0.775, error √0.02225 ÷ 2, effective 0.775 × 0.225 ÷ 0.0055625 = 31.3; Wilson with 31.3 × (1.960 ÷ 2.101)², 18 degrees.
  expect(figures.factors.map(({ figure }) => figure.value)).toEqual([100, 55]);
  expect(figures.overall).toMatchObject({ metric: "sample_satisfaction", version: 2, value: 77.5, effective: 31.3, low: 59.05, high: 89.16 });
});
