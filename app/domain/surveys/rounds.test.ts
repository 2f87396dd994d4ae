import { and, eq } from "drizzle-orm";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { closeAndCompute, finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, publicCopies, questionnaireVersions, resultSnapshots, rounds, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { refuse } from "../outcome.ts";
import {
  approveRound,
  archiveRound,
  cancelCorrection,
  closeRound,
  computeResults,
  countSheetsByDay,
  createRound,
  discardRound,
  editRound,
  finishCheck,
  issueSlips,
  listRounds,
  openRound,
  prepareQuestionnaires,
  publishResults,
  returnResults,
  returnRound,
  startCorrection,
  submitRound,
  withdrawExclusion,
  withdrawRound,
} from "./index.server.ts";
import { RoundDraft } from "./schemas.ts";

const now = new Date("2026-11-21T03:00:00Z");

async function draftFor(db: Db, change: Partial<RoundDraft> = {}) {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const version = await makeQuestionnaireVersion(db);
  const draft: RoundDraft = {
    titleVi: "Khảo sát quý IV",
    titleEn: "Survey of the fourth quarter",
    authority: authority.slug,
    questionnaireVersionId: version.id,
    opensOn: "2026-11-20",
    closesOn: "2026-12-20",
    target: 83,
    modes: ["open_link"],
    units: [unit.slug],
    consentVi: "Phiếu không hỏi họ tên.",
    consentEn: "The sheet asks no name.",
    ...change,
  };
  return { authority, unit, version, draft };
}

const copyOf = async (db: Db, slug: string) =>
  (
    await db
      .select()
      .from(publicCopies)
      .where(and(eq(publicCopies.kind, "round"), eq(publicCopies.slug, slug)))
  )[0];
const actsOn = async (db: Db, id: string) =>
  (await db.select({ act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.seq)).map(({ act }) => act);

test("a round that is put to sleep keeps its address, and its copy says so", async ({ db }) => {
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  const round = await makeRound(db, { units: [await makeUnit(db)], opensOn: "2026-11-20" });
  await addSheets(
    db,
    round,
    [
      [4, 4],
      [1, 0],
    ],
    { day: "2026-11-21" },
  );
  expect(await countSheetsByDay(db, round.id)).toEqual([{ day: "2026-11-21", mode: "open_link", n: 2 }]);
  await finishRound(db, { manager, leader }, round.slug, now);
  expect(await countSheetsByDay(db, round.id)).toEqual([{ day: "2026-11-21", mode: "open_link", n: 2 }]);
  expect(await archiveRound(db, manager, round.slug, now)).toMatchObject({ ok: true });
  expect(await copyOf(db, round.slug)).toMatchObject({ facet: "archived" });
});

test("a round that is over before it opened is not opened", async ({ db }) => {
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const round = await makeRound(db, { units: [await makeUnit(db)], state: "draft", opensOn: "2026-10-01", closesOn: "2026-11-20" });
  expect(await openRound(db, manager, round.slug, now)).toEqual(refuse("survey.over_already"));
});

test("rights hold where they were given: another authority's rounds are out of reach", async ({ db }) => {
  const { draft, authority } = await draftFor(db);
  const other = await makeUnit(db);
  const stranger = await makeOfficial(db, { roles: ["survey_manager", "approver"], unit: other });
  const own = await makeOfficial(db, { roles: ["survey_manager"], unit: authority });
  const handler = await makeOfficial(db, { roles: ["handler"] });
  expect(await createRound(db, stranger, draft, now)).toEqual(refuse("survey.not_yours"));
  expect(await createRound(db, handler, draft, now)).toEqual(refuse("survey.not_yours"));
  const created = await createRound(db, own, draft, now);
  if (!created.ok) throw new Error(created.code);
  for (const act of [submitRound, withdrawRound, discardRound, openRound, closeRound, finishCheck, computeResults, cancelCorrection, archiveRound])
    expect(await act(db, stranger, created.value.slug, now)).toEqual(refuse("survey.not_yours"));
  for (const act of [approveRound, publishResults])
    expect(await act(db, stranger, created.value.slug, 0, now)).toEqual(refuse("survey.not_yours_to_approve"));
  for (const act of [returnRound, returnResults])
    expect(await act(db, stranger, created.value.slug, "Chưa đủ", now)).toEqual(refuse("survey.not_yours_to_approve"));
  expect(await editRound(db, stranger, created.value.slug, draft, now)).toEqual(refuse("survey.not_yours"));
  expect(await startCorrection(db, stranger, created.value.slug, { vi: "Sửa", en: "Corrected" }, now)).toEqual(refuse("survey.not_yours"));
  expect(await withdrawExclusion(db, stranger, created.value.slug, { number: 1, note: "Nhầm" }, now)).toEqual(refuse("survey.not_yours"));
  expect((await listRounds(db, own)).map(({ slug }) => slug)).toContain(created.value.slug);
  expect((await listRounds(db, stranger)).map(({ slug }) => slug)).not.toContain(created.value.slug);
});

test("rounds of one title drawn up at once each get an address", async () => {
  const { db, client } = await cloneDatabase(6);
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const { draft } = await draftFor(db);
  const made = await Promise.all(Array.from({ length: 5 }, () => createRound(db, manager, draft, now)));
  expect(new Set(made.map((one) => (one.ok ? one.value.slug : one.code))).size).toBe(5);
  expect(made.every(({ ok }) => ok)).toBe(true);
  await client.end();
});

test("a draft with units that are not the authority's is refused; titles used twice get their own address", async ({ db }) => {
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const { draft } = await draftFor(db);
  const gone = await makeUnit(db, { validTo: "2025-06-30" });
  expect(await createRound(db, manager, { ...draft, units: [(await makeUnit(db)).slug] }, now)).toEqual(refuse("survey.unknown_unit"));
  expect(await createRound(db, manager, { ...draft, authority: gone.slug }, now)).toEqual(refuse("survey.unknown_unit"));
  expect(await createRound(db, manager, { ...draft, questionnaireVersionId: "00000000-0000-4000-8000-000000000000" }, now)).toEqual(
    refuse("survey.unknown_questionnaire"),
  );
  const [first, second] = [await createRound(db, manager, draft, now), await createRound(db, manager, draft, now)];
  expect(first.ok && second.ok && first.value.slug !== second.value.slug).toBe(true);
});

test("a draft says what is wrong with it", () => {
  const parsed = RoundDraft.safeParse({
    titleVi: " ",
    titleEn: "a".repeat(201),
    authority: "a",
    questionnaireVersionId: "x",
    opensOn: "2026-13-01",
    closesOn: "2027-01-01",
    target: 120,
    modes: [],
    units: [],
  });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["titleVi", "required"],
    ["titleEn", "too_long"],
    ["questionnaireVersionId", "required"],
    ["opensOn", "not_a_date"],
    ["target", "not_a_percentage"],
    ["modes", "required"],
    ["units", "required"],
    ["consentVi", "required"],
    ["consentEn", "required"],
  ]);
});

test("slips are issued by the desk of the unit, while the round is open, and only their hashes are kept", async ({ db }) => {
  const authority = await makeUnit(db);
  const [unit, elsewhere] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const round = await makeRound(db, { units: [unit], authority, closesOn: "2026-12-01" });
  const desk = await makeOfficial(db, { roles: ["one_stop"], unit });
  const batch = {
    round: round.slug,
    unit: unit.slug,
    procedure: (await makeProcedure(db, { unit })).slug,
    occasion: "result" as const,
    count: 20,
    validDays: 30,
  };
  const issued = await issueSlips(db, desk, batch, now);
  if (!issued.ok) throw new Error(issued.code);
  expect(new Set(issued.value.codes).size).toBe(20);
  expect(issued.value.expiresOn).toBe("2026-12-01");

  const rows = await db.select().from(slips).where(eq(slips.roundId, round.id));
  expect(rows).toHaveLength(20);
  expect(JSON.stringify(rows)).not.toContain(issued.value.codes[0]);
  expect(await actsOn(db, round.id)).toContain("slips.issued");

  const code = async (by: typeof desk, change: object = {}) => {
    const outcome = await issueSlips(db, by, { ...batch, ...change }, now);
    return outcome.ok ? "issued" : outcome.code;
  };
  expect(await code(await makeOfficial(db, { roles: ["one_stop"], unit: elsewhere }))).toBe("survey.not_your_desk");
  expect(await code(await makeOfficial(db, { roles: ["handler"] }))).toBe("survey.not_your_desk");
  expect(await code(desk, { unit: elsewhere.slug })).toBe("survey.unit_not_in_round");
  expect(await code(desk, { procedure: "khong-co" })).toBe("survey.unknown_procedure");
  expect(await code(desk, { round: "khong-co" })).toBe("survey.not_found");
  await db.update(rounds).set({ state: "closed", stage: "to_check" }).where(eq(rounds.id, round.id));
  expect(await code(desk)).toBe("survey.not_open");
});

test("a snapshot can never be changed", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await closeAndCompute(db, await makeOfficial(db, { roles: ["survey_manager"] }), round.slug, now);
  await expect(db.transaction((tx) => tx.update(resultSnapshots).set({ note: "x" }))).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining("append-only") }),
  });
});

test("the shipped questionnaires are stored once however often the portal starts", async ({ db }) => {
  await prepareQuestionnaires(db);
  const before = await db.select().from(questionnaireVersions);
  await prepareQuestionnaires(db);
  expect(await db.select().from(questionnaireVersions)).toEqual(before);
  expect(before.length).toBeGreaterThanOrEqual(2);
});
