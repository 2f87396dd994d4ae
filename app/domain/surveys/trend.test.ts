import { expect, test } from "#tests/support/test.ts";
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { compareGroups, findRound, listTrend, readRoundReport, roundFigures, standingOf } from "./index.server.ts";
import type { SheetMode } from "./vocabulary.ts";

const many = (n: number, answers: number[]) => Array.from({ length: n }, () => answers);

test("a line of rounds stops where the questionnaire or the people asked changed, for an authority and its units alike", async ({ db }) => {
  const authority = await makeUnit(db);
  const [unit, other] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const by = { manager: await makeOfficial(db, { roles: ["survey_manager"] }), leader: await makeOfficial(db, { roles: ["approver"] }) };
  const [first, second] = [await makeQuestionnaireVersion(db), await makeQuestionnaireVersion(db)];
  const publish = async (year: number, version: { id: string }, mode: SheetMode) => {
    const days = { opensOn: `${year}-03-01`, closesOn: `${year}-03-31` };
    const round = await makeRound(db, { units: [unit, other], authority, version, slug: `dt-${year}`, modes: [mode], ...days });
    await addSheets(db, round, many(20, [4, 4]), { unit, mode });
    await addSheets(db, round, many(20, [2, 2]), { unit: other, mode });
    await finishRound(db, by, round.slug);
  };
  await publish(2023, first, "open_link");
  await publish(2024, first, "kiosk");
  await publish(2025, first, "sample");
  await publish(2026, second, "sample");

  const whys = [null, null, "respondents", "questionnaire"];
  const trend = await listTrend(db, authority.slug, "2026-11-21");
  expect(trend.map(({ breakWhy }) => breakWhy)).toEqual(whys);
  expect(trend.map(({ breakBefore, overall }) => [breakBefore, overall.value])).toEqual(whys.map((why) => [why !== null, 50]));
  const whole = await standingOf(db, { authority: authority.slug }, "2026-11-21");
  expect(whole.trend).toEqual(trend);
  expect(whole.latest?.overall).toEqual(trend.at(-1)?.overall);
  const ofUnit = await standingOf(db, { unitId: unit.id }, "2026-11-21");
  expect(ofUnit.trend.map(({ breakWhy, overall }) => [breakWhy, overall.value])).toEqual(whys.map((why) => [why, 100]));
});

test("an authority stands by its own rounds, a procedure by those of the authority whose it is", async ({ db }) => {
  const [here, there] = [await makeUnit(db), await makeUnit(db)];
  const desk = await makeUnit(db, { parent: here });
  const procedure = await makeProcedure(db, { unit: desk });
  const by = { manager: await makeOfficial(db, { roles: ["survey_manager"] }), leader: await makeOfficial(db, { roles: ["approver"] }) };
  const version = await makeQuestionnaireVersion(db);
  for (const year of [2023, 2024]) {
    const days = { opensOn: `${year}-03-01`, closesOn: `${year}-03-31` };
    const round = await makeRound(db, { units: [desk], authority: here, version, slug: `dv-${year}`, ...days });
    await addSheets(db, round, many(20, [4, 4]), { unit: desk, procedure });
    await finishRound(db, by, round.slug);
  }
  // Another authority publishes a newer round, which asks about none of this.
  const other = await makeRound(db, { units: [there], version, slug: "dv-khac", opensOn: "2026-03-01", closesOn: "2026-03-31" });
  await addSheets(db, other, many(20, [2, 2]), { unit: there });
  await finishRound(db, by, other.slug);

  for (const rated of [{ authority: here.slug }, { unitId: desk.id }, { procedureId: procedure.id }]) {
    const { latest, trend } = await standingOf(db, rated, "2026-11-21");
    expect(latest).toMatchObject({ roundSlug: "dv-2024", overall: { value: 100, n: 20 } });
    expect(trend.map(({ roundSlug }) => roundSlug)).toEqual(["dv-2023", "dv-2024"]);
  }
  expect(await standingOf(db, { unitId: here.id }, "2026-11-21")).toEqual({ latest: undefined, trend: [] });
  expect((await standingOf(db, { authority: here.slug }, "2024-01-01")).latest).toMatchObject({ roundSlug: "dv-2023" });
});

test("both groups of a round stand side by side with their difference, and a report tells the same", async ({ db }) => {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit], modes: ["open_link", "sample"] });
  await addSheets(db, round, [...many(90, [5, 5]), ...many(10, [1, 1])]);
  expect(compareGroups((await roundFigures(db, round)).groups)).toBeUndefined();
  await addSheets(db, round, [...many(60, [5, 5]), ...many(40, [1, 1])], { mode: "sample" });

  const again = await findRound(db, round.slug);
  if (!again) throw new Error("The round is gone");
  const both = compareGroups((await roundFigures(db, again)).groups);
  expect(both).toMatchObject({
    drawn: { value: 60, n: 100 },
    selfSelected: { value: 90, n: 100 },
    comparison: { metric: "group_difference", verdict: "lower", points: -30 },
  });
  expect(compareGroups((await readRoundReport(db, again, new Date("2026-11-12T03:00:00Z"))).groups)).toEqual(both);
});
