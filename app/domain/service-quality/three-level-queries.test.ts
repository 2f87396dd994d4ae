import { eq } from "drizzle-orm";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sheets, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countingQueries } from "#tests/support/counting-queries.ts";
import { expect, test } from "#tests/support/test.ts";
import { foldAllSheets, storeQuestionnaire } from "../surveys/index.server.ts";
import { Questionnaire } from "../surveys/questionnaire-schema.ts";
import { shippedQuestionnaires } from "../surveys/shipped-questionnaires.ts";
import { threeLevelFigures } from "./index.server.ts";

const form = Questionnaire.parse(shippedQuestionnaires.map((one) => Questionnaire.parse(one)).find(({ code }) => code === "phieu-ba-muc"));

/** A round on three levels, with eighteen slips of each unit on each of these days, as many of each level. */
async function makeSlips(db: Db, versionId: string, units: Awaited<ReturnType<typeof makeUnit>>[], days: readonly string[]) {
  const round = await makeRound(db, { units, authority: { id: units[0]?.authorityId ?? "" }, version: { id: versionId } });
  const slip = { roundId: round.id, questionnaireVersionId: round.versionId, mode: "desk_slip" as const, language: "vi" as const, answers: [] };
  const rows = units.flatMap(({ id }) =>
    days.flatMap((day) => Array.from({ length: 18 }, (_, at) => ({ ...slip, unitId: id, day, choices: [1 + (at % 3), 0, 0, 0, 0, 0, 0, 0] }))),
  );
  await db.insert(sheets).values(rows);
  return round;
}

test("slips of all rounds are counted together, folded or not, each unit called as at the end of its quarter", async ({ db }) => {
  const versionId = await storeQuestionnaire(db, { ...form, code: "ba-muc" });
  const authority = await makeUnit(db, { nameVi: "Cơ quan (mẫu)" });
  const unit = await makeUnit(db, { parent: authority, nameVi: "Tên cũ (mẫu)" });
  await db.update(unitVersions).set({ validTo: "2026-09-30" }).where(eq(unitVersions.unitId, unit.id));
  const name = { nameVi: "Tên mới (mẫu)", nameEn: "New (sample)", kind: "phong", parentId: authority.id } as const;
  await db.insert(unitVersions).values({ unitId: unit.id, ...name, validFrom: "2026-10-01" });
  const first = await makeSlips(db, versionId, [unit], ["2026-09-30", "2026-10-01"]);
  await foldAllSheets(db, first.id);
  await makeSlips(db, versionId, [unit], ["2026-10-02"]);

  const [found] = (await threeLevelFigures(db, "2026-11-22")).filter(({ authority: one }) => one.slug === authority.slug);
  expect(found?.lines.map(({ unit: named, quarter, counts }) => [named?.name.vi ?? null, quarter, counts])).toEqual([
    [null, "2026-Q4", [12, 12, 12]],
    ["Tên mới (mẫu)", "2026-Q4", [12, 12, 12]],
    [null, "2026-Q3", [6, 6, 6]],
    ["Tên cũ (mẫu)", "2026-Q3", [6, 6, 6]],
  ]);
});

test("how often the database is asked follows neither units nor quarters nor rounds", async ({ db }) => {
  const versionId = await storeQuestionnaire(db, { ...form, code: "ba-muc" });
  const asked = async () => {
    const counting = countingQueries(db);
    await threeLevelFigures(counting.db, "2026-11-22");
    return counting.count();
  };
  await makeSlips(db, versionId, [await makeUnit(db)], ["2026-10-01"]);
  const few = await asked();
  expect(few).toBeGreaterThan(0);
  const days = ["2025-12-31", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];
  for (const unit of [await makeUnit(db), await makeUnit(db), await makeUnit(db)]) await makeSlips(db, versionId, [unit, await makeUnit(db)], days);
  expect(await asked()).toBe(few);
});
