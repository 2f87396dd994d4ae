import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { closeRound, findHandIn, findRound, submitRound, withdrawRound } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { changeCheck } from "#app/routes/office/survey/change-check.server.ts";
import { changeRound } from "#app/routes/office/survey/change-round.server.ts";
import { expect, test } from "#tests/support/test.ts";

const now = new Date("2026-11-21T03:00:00Z");

test("a form approves what its page showed: one of before, or one that names nothing, is told to read again", async ({ db }) => {
  const { t } = i18nFor("vi");
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  const { slug } = await makeRound(db, { units: [await makeUnit(db)], state: "draft", stage: "drafting" });
  await submitRound(db, manager, slug, now);
  const read = String(await findHandIn(db, slug));
  await withdrawRound(db, manager, slug, now);
  await submitRound(db, manager, slug, now);

  const approve = (seen: Record<string, string>) => changeRound({ db, official: leader, now, t }, slug, "duyet", { viec: "duyet", ...seen });
  for (const seen of [{ seen: read }, {}, { seen: "" }, { seen: "1e3" }, { seen: "9".repeat(40) }]) {
    expect(await approve(seen)).toMatchObject({ status: 409, refused: t("refusals:survey.changed_meanwhile") });
  }
  expect((await findRound(db, slug))?.stage).toBe("to_approve");
  expect(await approve({ seen: String(await findHandIn(db, slug)) })).toBeUndefined();
  expect((await findRound(db, slug))?.stage).toBe("approved");
});

test("sheets are taken in again by a number that a group has; any other is told as such, however large", async ({ db }) => {
  const { t } = i18nFor("vi");
  const official = await makeOfficial(db, { roles: ["survey_manager"] });
  const round = await makeRound(db, { units: [await makeUnit(db)], modes: ["open_link", "kiosk"] });
  const many = Array.from({ length: 10 }, () => [4, 4]);
  for (const mode of ["open_link", "kiosk"] as const) await addSheets(db, round, many, { mode });
  await closeRound(db, official, round.slug, now);
  const change = (typed: Record<string, string>) => changeCheck({ db, official, now, t }, round.slug, typed);
  expect(await change({ mode: "kiosk", reason: "device_fault", note: "Ki-ốt hỏng" })).toEqual({ done: "loai-1" });

  for (const number of ["-40000", "40000", "9".repeat(30), "1.5", "1e0", " 1", "", "x"]) {
    const answer = await change({ "lay-lai": number, takeBack: "Nhầm nhóm" });
    expect(answer).toMatchObject({ status: 409, refused: t("refusals:survey.no_such_exclusion") });
  }
  expect(await change({ "lay-lai": "1", takeBack: "Nhầm nhóm" })).toEqual({ done: "lay-lai-1" });
});
