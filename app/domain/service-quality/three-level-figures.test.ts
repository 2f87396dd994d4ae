import { expect, test } from "#tests/support/test.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import {
  closeRound,
  computeResults,
  excludeSheets,
  findHandIn,
  findRound,
  finishCheck,
  foldSheets,
  publishResults,
  type Round,
  roundFigures,
} from "../surveys/index.server.ts";
import type { Levels } from "../surveys/mask-three-levels.ts";
import { storeQuestionnaire } from "../surveys/prepare-questionnaires.server.ts";
import { Questionnaire } from "../surveys/questionnaire-schema.ts";
import { shippedQuestionnaires } from "../surveys/shipped-questionnaires.ts";
import type { SheetMode } from "../surveys/vocabulary.ts";
import { threeLevelFigures } from "./three-level-figures.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const form = shippedQuestionnaires.map((one) => Questionnaire.parse(one)).find(({ code }) => code === "phieu-ba-muc");

async function makeDesk(db: Db) {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  if (!form) throw new Error("There is no three-level slip");
  const version = { id: await storeQuestionnaire(db, { ...form, code: "ba-muc" }) };
  return { authority, unit, openRound: () => makeRound(db, { units: [unit], authority, version, modes: ["open_link", "kiosk"] }) };
}

async function answer(db: Db, round: Round, levels: Levels, mode: SheetMode = "open_link", day = "2026-11-05") {
  const rows = levels.flatMap((n, index) =>
    Array.from({ length: n }, () => ({
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      unitId: round.units[0]?.id ?? "",
      mode,
      language: "vi" as const,
      day,
      answers: [],
      choices: round.layout.choices.map((_, place) => (place === 0 ? index + 1 : 0)),
    })),
  );
  await db.insert(sheets).values(rows);
}

/** The lines of the authority's quarters: its own first, then its unit's. */
const linesOf = async (db: Db) =>
  (await threeLevelFigures(db, "2026-11-21")).flatMap(({ lines }) => lines.map(({ counts, quarter }) => [quarter, counts]));

const onItsPage = async (db: Db, { slug }: Round) => {
  const round = await findRound(db, slug);
  const [group] = round ? (await roundFigures(db, round)).groups : [];
  return group?.choices[0]?.options.map(({ count }) => count);
};

test("the quarter of a unit where one round of two is hidden on its page is hidden", async ({ db }) => {
  const desk = await makeDesk(db);
  const [a, b] = [await desk.openRound(), await desk.openRound()];
  await answer(db, a, [6, 20, 14]);
  await answer(db, b, [2, 0, 1]);
  await foldSheets(db, a.id);
  expect([await onItsPage(db, a), await onItsPage(db, b)]).toEqual([
    [6, 20, 14],
    [null, null, null],
  ]);
  expect(await linesOf(db)).toEqual([
    ["2026-Q4", null],
    ["2026-Q4", null],
  ]);
  await answer(db, b, [3, 0, 4]);
  expect(await linesOf(db)).toEqual([
    ["2026-Q4", [11, 20, 19]],
    ["2026-Q4", [11, 20, 19]],
  ]);
});

test("sheets that were left out do not count, and none of a round while it is checked", async ({ db }) => {
  const desk = await makeDesk(db);
  const [round, other] = [await desk.openRound(), await desk.openRound()];
  await answer(db, round, [6, 20, 14]);
  await answer(db, round, [7, 0, 5], "kiosk");
  await answer(db, other, [5, 5, 5]);
  expect(await linesOf(db)).toEqual(Array.from({ length: 2 }, () => ["2026-Q4", [18, 25, 24]]));

  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  await closeRound(db, manager, round.slug, now);
  expect(await linesOf(db)).toEqual(Array.from({ length: 2 }, () => ["2026-Q4", [5, 5, 5]]));
  const kiosk = { unit: null, mode: "kiosk" as const, fromDay: null, toDay: null, flag: null, reason: "device_fault" as const, note: "Ki-ốt hỏng" };
  expect(await excludeSheets(db, manager, round.slug, kiosk, now)).toMatchObject({ ok: true });
  await finishCheck(db, manager, round.slug, now);
  expect(await computeResults(db, manager, round.slug, now)).toMatchObject({ ok: true });
  expect(await publishResults(db, leader, round.slug, await findHandIn(db, round.slug), now)).toMatchObject({ ok: true });
  expect(await linesOf(db)).toEqual(Array.from({ length: 2 }, () => ["2026-Q4", [11, 25, 19]]));
  expect(await onItsPage(db, round)).toEqual([6, 20, 14]);
});

test("where few of a unit's quarter stayed, neither the quarter nor the round's page tells what was left out", async ({ db }) => {
  const desk = await makeDesk(db);
  const round = await desk.openRound();
  await answer(db, round, [8, 20, 14]);
  await answer(db, round, [3, 0, 0], "open_link", "2026-09-10");
  await answer(db, round, [9, 0, 0], "kiosk", "2026-09-10");
  expect(await linesOf(db)).toEqual([
    ["2026-Q4", [8, 20, 14]],
    ["2026-Q4", [8, 20, 14]],
    ["2026-Q3", [12, 0, 0]],
    ["2026-Q3", [12, 0, 0]],
  ]);
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  await closeRound(db, manager, round.slug, now);
  const kiosk = { unit: null, mode: "kiosk" as const, fromDay: null, toDay: null, flag: null, reason: "device_fault" as const, note: "Ki-ốt hỏng" };
  expect(await excludeSheets(db, manager, round.slug, kiosk, now)).toMatchObject({ ok: true });
  await finishCheck(db, manager, round.slug, now);
  expect(await computeResults(db, manager, round.slug, now)).toMatchObject({ ok: true });
  expect(await publishResults(db, leader, round.slug, await findHandIn(db, round.slug), now)).toMatchObject({ ok: true });
  expect(await linesOf(db)).toEqual([
    ["2026-Q4", [8, 20, 14]],
    ["2026-Q4", [8, 20, 14]],
    ["2026-Q3", null],
    ["2026-Q3", null],
  ]);
  expect(await onItsPage(db, round)).toEqual([null, null, null]);
});
