import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { findHandIn, findRound, submitRound, withdrawRound } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { expect, test } from "#tests/support/test.ts";
import { changeRound } from "./change-round.server.ts";

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
