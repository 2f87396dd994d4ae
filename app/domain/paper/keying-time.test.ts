import { eq } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { paperBatches, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { issueSampleSlips, issueSlips, sampleSlipCode, submitSheet } from "../surveys/index.server.ts";
import { commitBatch, discardLeftBatches, openBatch, saveRows } from "./index.server.ts";
import { invitationCell } from "./vocabulary.ts";

const at = (day: string) => new Date(`${day}T03:00:00Z`);
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? "done" : outcome.code);

/** A round that took answers until 20 November and whose paper is typed in until the thirtieth. */
async function ended(db: Db) {
  const unit = await makeUnit(db);
  const days = { opensOn: "2026-11-01", closesOn: "2026-11-20", keyingUntil: "2026-11-30" };
  const round = await makeRound(db, { units: [unit], authority: unit, modes: ["open_link", "paper", "sample"], ...days });
  const manager = await makeOfficial(db, { roles: ["survey_manager", "one_stop"], unit });
  const draft = { round: round.slug, unit: unit.slug, procedure: null, filledFrom: "2026-11-02", filledTo: "2026-11-20", firstNumber: 1, sheets: 2 };
  return { unit, round, manager, draft };
}

test("after the last day only paper that was filled in by then is taken, and only until typing ends", async ({ db }) => {
  const { unit, round, manager, draft } = await ended(db);
  const [slip = ""] = await issueSampleSlips(db, testKeys, manager, round, [{ unitId: unit.id, procedureId: null }], at("2026-11-01"));
  expect(codeOf(await openBatch(db, manager, { ...draft, filledTo: "2026-11-21" }, at("2026-11-25")))).toBe("paper.filled_too_late");
  const opened = await openBatch(db, manager, draft, at("2026-11-25"));
  const id = opened.ok ? opened.value.id : "";
  const typed = [
    { place: 0, cells: { C1: "4", C2: "5", [invitationCell]: sampleSlipCode(testKeys, slip) }, spoiled: false },
    { place: 1, cells: { C1: "3" }, spoiled: false },
  ];
  await saveRows(db, testKeys, manager, id, 1, typed, at("2026-11-25"));

  const online = {
    round: round.slug,
    sheet: { answers: { C1: 4, C2: 4 } },
    mode: "open_link" as const,
    idempotencyKey: "late",
    language: "vi" as const,
  };
  expect(codeOf(await submitSheet(db, testKeys, online, at("2026-11-25")))).toBe("survey.not_open");
  const slips = { round: round.slug, unit: unit.slug, procedure: null, occasion: "result" as const, count: 1, validDays: 20 };
  expect(codeOf(await issueSlips(db, manager, slips, at("2026-11-25")))).toBe("survey.not_open");

  expect(codeOf(await commitBatch(db, manager, testKeys, id, at("2026-12-01")))).toBe("survey.not_open");
  expect(codeOf(await openBatch(db, manager, draft, at("2026-12-01")))).toBe("survey.not_open");
  expect(codeOf(await commitBatch(db, manager, testKeys, id, at("2026-11-30")))).toBe("done");
  expect((await db.select().from(sheets).where(eq(sheets.roundId, round.id))).map(({ mode }) => mode).toSorted()).toEqual(["paper", "sample"]);
});

test("a pile that nobody put into its round is kept until thirty days after typing ended", async ({ db }) => {
  const { manager, draft } = await ended(db);
  expect(codeOf(await openBatch(db, manager, draft, at("2026-11-25")))).toBe("done");
  expect(await discardLeftBatches(db, at("2026-12-30"))).toBe(0);
  expect(await discardLeftBatches(db, at("2026-12-31"))).toBe(1);
  expect(await db.select().from(paperBatches)).toMatchObject([{ state: "discarded" }]);
});
