import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { addSheets, makeQuestionnaireVersion, makeRound, makeSheets } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { resultSnapshots } from "#db/schema/index.ts";
import { freeze } from "./freeze-results.server.ts";
import { countSheets } from "./count-sheets.server.ts";
import { hashSheets } from "./hash-sheets.server.ts";
import { findRound, foldAllSheets, foldSheets, latestHeadlines, listTrend, resultsForPublication, roundFigures } from "./index.server.ts";
import type { Round } from "./find-round.server.ts";
import type { GroupFigures } from "./round-figures.server.ts";

/** `n` sheets for each of the five levels of one question, with the others left blank. */
const levels = (counts: readonly number[], place: number, of: number) =>
  counts.flatMap((n, index) => Array.from({ length: n }, () => Array.from({ length: of }, (_, at) => (at === place ? index + 1 : 0))));

async function selfSelected(db: Db, round: Round, place = {}): Promise<GroupFigures> {
  const [group] = (await roundFigures(db, round, place)).groups;
  if (!group) throw new Error("There are no figures");
  return group;
}

test("counts 2/3/10/60/25 are an index of 85.00, blanks left out of the base", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await addSheets(db, round, levels([2, 3, 10, 60, 25], 0, 2));
  await addSheets(db, round, levels([0, 0, 0, 0, 7], 1, 2));
  const { criteria, sheets } = await selfSelected(db, round);
  expect(sheets).toBe(107);
  expect(criteria[0]?.figure).toMatchObject({ metric: "satisfaction_index", value: 85, n: 100, low: 76.72, high: 90.69, suppressed: false });
  expect(criteria[0]?.levels).toEqual([2, 3, 10, 60, 25]);
});

test("two criteria make 79.17 when pooled and 67.50 as a mean, as the questionnaire says", async ({ db }) => {
  const unit = await makeUnit(db);
  const overall = async (variant: "pooled" | "mean") => {
    const round = await makeRound(db, { units: [unit], version: await makeQuestionnaireVersion(db, { variant }) });
    await addSheets(db, round, levels([2, 3, 10, 60, 25], 0, 2));
    await addSheets(db, round, levels([4, 3, 3, 6, 4], 1, 2));
    return (await selfSelected(db, round)).overall;
  };
  expect(await overall("pooled")).toMatchObject({ value: 79.17, n: 120 });
  expect(await overall("mean")).toMatchObject({ value: 67.5, n: 120 });
});

test("the interval of several criteria rests on sheets, not on answers", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await addSheets(
    db,
    round,
    Array.from({ length: 50 }, (_, index) => [index < 40 ? 4 : 2, index < 40 ? 5 : 1]),
  );
  const { overall, factors } = await selfSelected(db, round);
  expect(overall).toMatchObject({ value: 80, n: 50, low: 66.96, high: 88.76 });
  expect(factors[0]?.figure).toMatchObject({ value: 80, n: 50 });
});

test("a unit with fewer than five sheets is hidden, and the total does not give it away", async ({ db }) => {
  const [a, b, c] = [await makeUnit(db), await makeUnit(db), await makeUnit(db)];
  const round = await makeRound(db, { units: [a, b, c], authority: await makeUnit(db) });
  const full = (n: number) => Array.from({ length: n }, () => [4, 5]);
  await addSheets(db, round, full(4), { unit: a });
  await addSheets(db, round, full(9), { unit: b });
  await addSheets(db, round, full(40), { unit: c });

  const { overall, units } = await selfSelected(db, round);
  const shown = new Map(units.map(({ slug, figure }) => [slug, figure]));
  expect(overall.n).toBe(53);
  expect(shown.get(a.slug)).toMatchObject({ value: null, n: null, low: null, high: null, suppressed: true });
  expect(shown.get(b.slug)?.suppressed).toBe(true);
  expect(shown.get(c.slug)).toMatchObject({ value: 100, n: 40, suppressed: false });

  expect(await selfSelected(db, round, { unitId: a.id })).toMatchObject({ showing: "nothing", sheets: null, overall: { suppressed: true } });
  expect(JSON.stringify(await resultsForPublication(db, round.slug))).not.toMatch(/"n":(4|9)\b/);
});

test("a unit whose procedures would give away another procedure's few sheets hides one of them", async ({ db }) => {
  const [a, b] = [await makeUnit(db), await makeUnit(db)];
  const [few, more, other] = [await makeProcedure(db, { unit: a }), await makeProcedure(db, { unit: a }), await makeProcedure(db, { unit: b })];
  const round = await makeRound(db, { units: [a, b], authority: await makeUnit(db) });
  const full = (n: number) => Array.from({ length: n }, () => [4, 5]);
  await addSheets(db, round, full(3), { unit: a, procedure: few });
  await addSheets(db, round, full(20), { unit: a, procedure: more });
  await addSheets(db, round, full(50), { unit: b, procedure: other });

  const showing = async (place: object) => (await selfSelected(db, round, place)).showing;
  expect(await showing({ procedureId: few.id })).toBe("nothing");
  expect([await showing({ unitId: a.id }), await showing({ procedureId: more.id })]).toContain("nothing");
  expect((await roundFigures(db, round)).procedureIds).not.toContain(few.id);
});

test("a unit where a criterion has one to four answers is hidden, for the other criteria would give it away", async ({ db }) => {
  const [a, b, c] = [await makeUnit(db), await makeUnit(db), await makeUnit(db)];
  const round = await makeRound(db, { units: [a, b, c], authority: await makeUnit(db) });
  await addSheets(
    db,
    round,
    Array.from({ length: 20 }, (_, index) => [4, index < 3 ? 1 : 0]),
    { unit: a },
  );
  await addSheets(
    db,
    round,
    Array.from({ length: 30 }, () => [4, 5]),
    { unit: b },
  );
  await addSheets(
    db,
    round,
    Array.from({ length: 90 }, () => [4, 5]),
    { unit: c },
  );

  const { units, showing } = await selfSelected(db, round);
  expect(showing).toBe("detail");
  expect([a, b, c].map(({ slug }) => units.find((unit) => unit.slug === slug)?.figure.suppressed)).toEqual([true, true, false]);
  expect((await selfSelected(db, round, { unitId: a.id })).criteria.every(({ figure, levels }) => figure.suppressed && levels === null)).toBe(true);
});

test("a round where a criterion has one to four answers altogether shows its overall figure alone", async ({ db }) => {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit] });
  await addSheets(
    db,
    round,
    Array.from({ length: 20 }, (_, index) => [4, index < 3 ? 1 : 0]),
  );
  const figures = await selfSelected(db, round);
  expect(figures).toMatchObject({ showing: "overall", sheets: 20, overall: { n: 20, suppressed: false } });
  expect([...figures.criteria, ...figures.factors, ...figures.units, ...figures.modes].every(({ figure }) => figure.suppressed)).toBe(true);
});

test("self-selected and drawn answers are never put together", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)], modes: ["open_link", "sample"] });
  await addSheets(
    db,
    round,
    Array.from({ length: 10 }, () => [5, 5]),
    { mode: "open_link" },
  );
  await addSheets(
    db,
    round,
    Array.from({ length: 20 }, () => [1, 1]),
    { mode: "sample" },
  );
  const { groups } = await roundFigures(db, round);
  expect(groups.map(({ group, overall }) => [group, overall.n, overall.value])).toEqual([
    ["self_selected", 10, 100],
    ["drawn", 20, 0],
  ]);
});

test("tallies and tail together equal a count by hand, whatever was folded", async ({ db }) => {
  const [first, second] = [await makeUnit(db), await makeUnit(db)];
  const units = [first, second];
  const version = await makeQuestionnaireVersion(db, { criteria: ["A", "B", "C"].map((code, index) => ({ code, factor: index < 2 ? "F1" : "F2" })) });
  const answer = fc.integer({ min: 0, max: 5 });
  const sheet = fc.record({ answers: fc.tuple(answer, answer, answer), unit: fc.nat(1), fold: fc.nat(3) });

  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 40, maxLength: 60 }), async (list) => {
      const round = await makeRound(db, { units, version, authority: first });
      for (const { answers, unit, fold } of list) {
        await addSheets(db, round, [answers], { unit: unit === 0 ? first : second });
        if (fold === 0) await foldSheets(db, round.id, 6);
      }
      const counts = await countSheets(db, round.id, round.layout);
      for (const cell of counts) {
        const own = list.filter(({ unit }) => units[unit]?.id === cell.unitId);
        expect(cell.sheets).toBe(own.length);
        expect(cell.reached).toEqual(
          [[0, 1, 2], [0, 1], [2]].map((places) => own.filter(({ answers }) => places.some((place) => answers[place] !== 0)).length),
        );
        expect(cell.levels).toEqual(
          [0, 1, 2].map((place) => [1, 2, 3, 4, 5].map((level) => own.filter(({ answers }) => answers[place] === level).length)),
        );
      }
      expect(counts.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(list.length);
    }),
    { numRuns: 8 },
  );
});

test("figures stay exact while sheets arrive and two folds run", async () => {
  const { db, client } = await cloneDatabase(8);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  let folding = true;
  const fold = async () => {
    while (folding) await foldSheets(db, round.id, 7);
  };
  const folds = [fold(), fold()];
  let before = 0;
  for (let batch = 1; batch <= 20; batch += 1) {
    await Promise.all(Array.from({ length: 10 }, () => addSheets(db, round, [[4, 2]])));
    const { sheets } = await selfSelected(db, round);
    expect(sheets).toBe(batch * 10);
    expect(sheets).toBeGreaterThan(before);
    before = sheets ?? 0;
  }
  folding = false;
  await Promise.all(folds);
  await foldAllSheets(db, round.id);
  expect(await selfSelected(db, round)).toMatchObject({ sheets: 200, overall: { value: 50, n: 200 } });
  await client.end();
});

test("a closed round is frozen: it recomputes to the same bytes and shows the same figures", async ({ db }) => {
  const authority = await makeUnit(db);
  const units = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const round = await makeRound(db, { units, authority });
  await makeSheets(db, round, 120, { seed: 7, profile: { base: 0.8 } });
  const running = await roundFigures(db, round);

  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  await finishRound(db, { manager, leader }, round.slug);

  const after = await findRound(db, round.slug);
  if (!after) throw new Error("The round is gone");
  expect(await roundFigures(db, after)).toEqual(running);
  const again = createHash("sha256")
    .update(JSON.stringify(await freeze(db, after)))
    .digest("hex");
  const [snapshot] = await db.select().from(resultSnapshots).where(eq(resultSnapshots.roundId, round.id));
  expect(snapshot).toMatchObject({ contentSha256: again, rawSha256: (await hashSheets(db, round.id)).sha256 });
});

test("the headline is the newest round that can show a figure; the trend breaks where the questionnaire changed", async ({ db }) => {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  const [first, second] = [await makeQuestionnaireVersion(db), await makeQuestionnaireVersion(db)];
  for (const [index, version] of [first, first, second].entries()) {
    const round = await makeRound(db, {
      units: [unit],
      authority,
      version,
      slug: `xu-huong-${index}`,
      opensOn: `202${index + 3}-03-01`,
      closesOn: `202${index + 3}-03-31`,
    });
    await addSheets(
      db,
      round,
      Array.from({ length: 30 + index }, () => [4, 4]),
    );
    await finishRound(db, { manager, leader }, round.slug);
  }
  const open = await makeRound(db, { units: [unit], authority, slug: "xu-huong-moi", opensOn: "2026-11-01" });
  await addSheets(db, open, [[5, 5]]);

  const [headline] = await latestHeadlines(db, "2026-11-21");
  expect(headline).toMatchObject({ roundSlug: "xu-huong-2", final: true, overall: { n: 32, value: 100 } });
  await addSheets(
    db,
    open,
    Array.from({ length: 4 }, () => [5, 5]),
  );
  expect((await latestHeadlines(db, "2026-11-21"))[0]).toMatchObject({ roundSlug: "xu-huong-moi", final: false, overall: { n: 5, small: true } });
  expect((await latestHeadlines(db, "2026-10-01"))[0]).toMatchObject({ roundSlug: "xu-huong-2" });
  expect((await listTrend(db, authority.slug, "2026-11-21")).map(({ roundSlug, breakBefore }) => [roundSlug, breakBefore])).toEqual([
    ["xu-huong-0", false],
    ["xu-huong-1", false],
    ["xu-huong-2", true],
  ]);
});
