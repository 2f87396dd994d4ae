import { expect, test } from "#tests/support/test.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sheets } from "#db/schema/index.ts";
import { foldSheets, resultsForPublication, roundFigures } from "./index.server.ts";
import { storeQuestionnaire } from "./prepare-questionnaires.server.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { readSheet } from "./read-sheet.ts";
import { layOut } from "./sheet-layout.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";

const form = Questionnaire.parse(shippedQuestionnaires.map((one) => Questionnaire.parse(one)).find(({ code }) => code === "phieu-ba-muc"));
const layout = layOut(form);

function read(choices: object) {
  const answer = readSheet(layout, { answers: {}, choices });
  return answer.ok ? answer.sheet : answer.errors;
}

test("a three-level slip is read without a five-level question; what was not asked is left aside", () => {
  expect(read({ T0: 1, T1: "3", T2: "na", T7: ["tre-hen", "di-lai"] })).toMatchObject({
    answers: [],
    choices: [1, 3, 4, 0, 0, 0, 0, 0b11],
    dissatisfied: true,
  });
  expect(read({ T0: "2", T7: ["tre-hen"] })).toMatchObject({ choices: [2, 0, 0, 0, 0, 0, 0, 0], dissatisfied: false });
  expect(read({ T1: 2 })).toEqual({ T0: ["required"] });
  expect(read({ T0: 4 })).toEqual({ T0: ["not_a_choice"] });
  expect(read({ T0: "na" })).toEqual({ T0: ["not_a_choice"] });
});

test("a round on three levels shows its shares and no index of five", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)], version: { id: await storeQuestionnaire(db, { ...form, code: "ba-muc" }) } });
  const sheet = (level: number) => ({
    roundId: round.id,
    questionnaireVersionId: round.versionId,
    unitId: round.units[0]?.id ?? "",
    mode: "open_link" as const,
    language: "vi" as const,
    day: "2026-11-05",
    answers: [],
    choices: [level, 0, 0, 0, 0, 0, 0, 0],
  });
  await db.insert(sheets).values([6, 20, 14].flatMap((n, index) => Array.from({ length: n }, () => sheet(index + 1))));
  await foldSheets(db, round.id, 25);

  const [group] = (await roundFigures(db, round)).groups;
  expect(group?.overall).toMatchObject({ suppressed: true });
  expect(group?.choices[0]).toMatchObject({
    code: "T0",
    base: 40,
    options: [{ count: 6 }, { count: 20, figure: { metric: "choice_share", value: 50 } }, { count: 14 }],
  });
  expect(group?.choices[1]).toMatchObject({ code: "T1", base: null });
  const figures = (await resultsForPublication(db, round.slug))?.figures.filter(({ question, option }) => question === "T0" && option === "3");
  expect(figures).toMatchObject([{ metric: "choice_share", value: 35, n: 40, suppressed: false }]);
});
