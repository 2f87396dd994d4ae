import { expect, test } from "#tests/support/test.ts";
import { makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { listCriteria } from "./index.server.ts";

test("what only an older version asked can still be written about, where a round asked it", async ({ db }) => {
  const units = [await makeUnit(db)];
  const make = (version: number, codes: string[]) =>
    makeQuestionnaireVersion(db, { code: "hai-ban", version, criteria: codes.map((code) => ({ code })) });
  await makeRound(db, { units, version: await make(1, ["A", "B"]) });
  await make(2, ["B", "D"]);
  await make(3, ["B", "C"]);
  const own = (await listCriteria(db)).filter(({ questionnaire }) => questionnaire === "hai-ban");
  expect(own.map(({ code }) => code)).toEqual(["B", "C", "A"]);
});
