import { expect, test } from "#tests/support/test.ts";
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { compareGroups, findRound, listTrend, listTrendOf, readRoundReport, roundFigures } from "./index.server.ts";
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
  const trend = await listTrend(db, authority.slug);
  expect(trend.map(({ breakWhy }) => breakWhy)).toEqual(whys);
  expect(trend.map(({ breakBefore, overall }) => [breakBefore, overall.value])).toEqual(whys.map((why) => [why !== null, 50]));
  const ofUnit = await listTrendOf(db, { unitId: unit.id });
  expect(ofUnit.map(({ breakWhy, overall }) => [breakWhy, overall.value])).toEqual(whys.map((why) => [why, 100]));
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
