import { eq } from "drizzle-orm";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { closeAndCompute, finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, publicCopies, questionnaireVersions, rounds, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { refuse } from "../outcome.ts";
import {
  approveRound,
  archiveRound,
  closeRound,
  computeResults,
  createRound,
  discardRound,
  editRound,
  findHandIn,
  finishCheck,
  findRound,
  findRoundForm,
  latestHeadlines,
  listRoundSteps,
  openRound,
  publishResults,
  resultsForPublication,
  returnResults,
  returnRound,
  roundFigures,
  submitRound,
  withdrawRound,
} from "./index.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const ten = Array.from({ length: 10 }, () => [4, 5]);

async function people(db: Db) {
  return {
    manager: await makeOfficial(db, { roles: ["survey_manager", "approver"] }),
    leader: await makeOfficial(db, { roles: ["approver"] }),
    handler: await makeOfficial(db, { roles: ["handler"] }),
  };
}

async function drawnUp(db: Db) {
  const by = await people(db);
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const version = await makeQuestionnaireVersion(db);
  const draft = {
    titleVi: "Khảo sát quý IV",
    titleEn: "Survey of the fourth quarter",
    authority: authority.slug,
    questionnaireVersionId: version.id,
    opensOn: "2026-11-20",
    closesOn: "2026-12-20",
    target: 83,
    modes: ["open_link" as const],
    units: [unit.slug],
    consentVi: "Câu trả lời chỉ dùng để cải tiến phục vụ.",
    consentEn: "Answers are used to improve the service only.",
  };
  const created = await createRound(db, by.manager, draft, now);
  if (!created.ok) throw new Error(created.code);
  return { ...by, draft, authority, unit, version, slug: created.value.slug, id: created.value.id };
}

const stageOf = async (db: Db, slug: string) => (await findRound(db, slug))?.stage;
const actsOn = async (db: Db, id: string) =>
  (await db.select({ act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.seq)).map(({ act }) => act);

test("a round goes its whole way, each step by whom it is for and each on record", async ({ db }) => {
  const { manager, leader, slug, id, version } = await drawnUp(db);
  expect(await findRoundForm(db, slug, "2026-11-21")).toBeUndefined();
  expect(await openRound(db, manager, slug, now)).toEqual(refuse("survey.not_approved"));
  expect(await submitRound(db, manager, slug, now)).toMatchObject({ ok: true });
  expect(await approveRound(db, manager, slug, await findHandIn(db, slug), now)).toEqual(refuse("survey.four_eyes_setup"));
  expect(await approveRound(db, leader, slug, await findHandIn(db, slug), now)).toMatchObject({ ok: true });
  expect(await openRound(db, manager, slug, now)).toMatchObject({ ok: true });
  expect((await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, version.id)))[0]?.usedAt).toEqual(now);

  const round = await findRound(db, slug);
  if (!round) throw new Error("The round is gone");
  expect(round.consent?.vi).toBe("Câu trả lời chỉ dùng để cải tiến phục vụ.");
  await addSheets(db, round, ten, { day: "2026-11-21" });
  expect(await closeRound(db, manager, slug, now)).toMatchObject({ ok: true, value: { sheets: 10 } });
  expect(await computeResults(db, manager, slug, now)).toEqual(refuse("survey.not_checked"));
  expect(await finishCheck(db, manager, slug, now)).toMatchObject({ ok: true, value: { invalid: 0 } });
  expect(await publishResults(db, leader, slug, await findHandIn(db, slug), now)).toEqual(refuse("survey.not_computed"));
  expect(await computeResults(db, manager, slug, now)).toMatchObject({ ok: true, value: { version: 1, sheets: 10 } });
  expect(await publishResults(db, manager, slug, await findHandIn(db, slug), now)).toEqual(refuse("survey.four_eyes"));
  expect(await publishResults(db, leader, slug, await findHandIn(db, slug), now)).toMatchObject({ ok: true, value: { edition: 1 } });
  expect(await archiveRound(db, manager, slug, now)).toMatchObject({ ok: true });
  const acts = ["created", "submitted", "approved", "opened", "closed", "checked", "computed", "published", "archived"].map((act) => `round.${act}`);
  expect(await actsOn(db, id)).toEqual(acts);
  expect((await listRoundSteps(db, id)).map(({ act, name }) => [act, name])).toEqual(
    acts.map((act) => [act, act === "round.approved" || act === "round.published" ? leader.name : manager.name]),
  );
});

test("every act needs its stage, and a refused one leaves no trace", async ({ db }) => {
  const { manager, leader } = await people(db);
  const acts = {
    submit: (slug: string) => submitRound(db, manager, slug, now),
    approve: async (slug: string) => approveRound(db, leader, slug, await findHandIn(db, slug), now),
    giveBack: (slug: string) => returnRound(db, leader, slug, "Thiếu đơn vị", now),
    withdraw: (slug: string) => withdrawRound(db, manager, slug, now),
    discard: (slug: string) => discardRound(db, manager, slug, now),
    open: (slug: string) => openRound(db, manager, slug, now),
    close: (slug: string) => closeRound(db, manager, slug, now),
    check: (slug: string) => finishCheck(db, manager, slug, now),
    compute: (slug: string) => computeResults(db, manager, slug, now),
    giveResultsBack: (slug: string) => returnResults(db, leader, slug, "Xem lại ki-ốt", now),
    publish: async (slug: string) => publishResults(db, leader, slug, await findHandIn(db, slug), now),
    archive: (slug: string) => archiveRound(db, manager, slug, now),
  };
  const allowed = {
    drafting: ["submit", "discard"],
    to_approve: ["approve", "giveBack", "withdraw"],
    approved: ["withdraw", "open"],
    open: ["close"],
    to_check: ["check"],
    to_compute: ["compute"],
    to_approve_results: ["giveResultsBack", "publish"],
    archived: [] as string[],
  };
  const unit = await makeUnit(db);
  for (const [stage, may] of Object.entries(allowed)) {
    const round = await makeRound(db, { units: [unit] });
    await addSheets(db, round, ten);
    if (stage === "to_approve_results") await closeAndCompute(db, manager, round.slug, now);
    else if (stage === "archived") {
      await finishRound(db, { manager, leader }, round.slug, now);
      await archiveRound(db, manager, round.slug, now);
    } else if (stage.startsWith("to_c")) {
      await closeRound(db, manager, round.slug, now);
      if (stage === "to_compute") await finishCheck(db, manager, round.slug, now);
    } else if (stage !== "open")
      await db
        .update(rounds)
        .set({ state: "draft", stage: stage as "drafting" })
        .where(eq(rounds.id, round.id));
    expect(await stageOf(db, round.slug)).toBe(stage);

    for (const [name, act] of Object.entries(acts).filter(([name]) => !may.includes(name))) {
      const before = await actsOn(db, round.id);
      expect([stage, name, (await act(round.slug)).ok]).toEqual([stage, name, false]);
      expect(await actsOn(db, round.id)).toEqual(before);
    }
  }
});

test("a leader gives a draft back with a reason; it is changed, handed in again and can be taken back", async ({ db }) => {
  const { manager, leader, slug, draft, unit, authority } = await drawnUp(db);
  await submitRound(db, manager, slug, now);
  expect(await editRound(db, manager, slug, { ...draft, titleVi: "Khác" }, now)).toEqual(refuse("survey.not_drafting"));
  expect(await returnRound(db, leader, slug, "Thiếu phòng chuyên môn", now)).toMatchObject({ ok: true });
  expect(await findRound(db, slug)).toMatchObject({ stage: "drafting", returnReason: "Thiếu phòng chuyên môn" });

  const second = await makeUnit(db, { parent: authority });
  const changed = {
    ...draft,
    titleVi: "Khảo sát cuối năm",
    closesOn: "2026-12-25",
    target: null,
    units: [unit.slug, second.slug],
    consentVi: "Khác",
  };
  expect(await editRound(db, manager, slug, changed, now)).toMatchObject({ ok: true });
  expect(await findRound(db, slug)).toMatchObject({
    slug,
    title: { vi: "Khảo sát cuối năm" },
    closesOn: "2026-12-25",
    target: null,
    consent: { vi: "Khác" },
    units: expect.arrayContaining([expect.objectContaining({ slug: second.slug })]),
  });
  await submitRound(db, manager, slug, now);
  expect(await findRound(db, slug)).toMatchObject({ returnReason: null });
  await approveRound(db, leader, slug, await findHandIn(db, slug), now);
  expect(await withdrawRound(db, manager, slug, now)).toMatchObject({ ok: true });
  expect(await stageOf(db, slug)).toBe("drafting");
});

test("a draft can be discarded, but not one that people were listed for or that is handed in", async ({ db }) => {
  const { manager, handler, slug, id } = await drawnUp(db);
  expect(await discardRound(db, handler, slug, now)).toEqual(refuse("survey.not_yours"));
  await submitRound(db, manager, slug, now);
  expect(await discardRound(db, manager, slug, now)).toEqual(refuse("survey.not_drafting"));
  await withdrawRound(db, manager, slug, now);
  expect(await discardRound(db, manager, slug, now)).toMatchObject({ ok: true });
  expect(await findRound(db, slug)).toBeUndefined();
  expect((await actsOn(db, id)).at(-1)).toBe("round.discarded");
});

test("two who do the same step at once: one does it, the other is told", async () => {
  const { db, client } = await cloneDatabase(8);
  const { manager, leader } = await people(db);
  const round = await makeRound(db, { units: [await makeUnit(db)], state: "draft", stage: "drafting" });
  const twice = async (act: () => Promise<{ ok: boolean }>) =>
    (await Promise.all([act(), act()])).map(({ ok }) => ok).toSorted((a, b) => Number(a) - Number(b));
  expect(await twice(() => submitRound(db, manager, round.slug, now))).toEqual([false, true]);
  const setup = await findHandIn(db, round.slug);
  expect(await twice(() => approveRound(db, leader, round.slug, setup, now))).toEqual([false, true]);
  expect(await twice(() => openRound(db, manager, round.slug, now))).toEqual([false, true]);
  await addSheets(db, round, ten);
  expect(await twice(() => closeRound(db, manager, round.slug, now))).toEqual([false, true]);
  expect(await twice(() => finishCheck(db, manager, round.slug, now))).toEqual([false, true]);
  expect(await twice(() => computeResults(db, manager, round.slug, now))).toEqual([false, true]);
  const computed = await findHandIn(db, round.slug);
  expect(await twice(() => publishResults(db, leader, round.slug, computed, now))).toEqual([false, true]);
  await client.end();
});

test("a leader approves the setup they read: one that was taken back, changed and handed in again is refused until it is read", async ({ db }) => {
  const { manager, leader, slug, draft, id } = await drawnUp(db);
  await submitRound(db, manager, slug, now);
  const read = await findHandIn(db, slug);
  await withdrawRound(db, manager, slug, now);
  await editRound(db, manager, slug, { ...draft, consentVi: "Câu trả lời được ghi kèm tên.", modes: ["open_link", "kiosk"] }, now);
  await submitRound(db, manager, slug, now);
  expect(await approveRound(db, leader, slug, read, now)).toEqual(refuse("survey.changed_meanwhile"));
  expect(await stageOf(db, slug)).toBe("to_approve");
  expect(await actsOn(db, id)).not.toContain("round.approved");
  expect(await approveRound(db, leader, slug, await findHandIn(db, slug), now)).toMatchObject({ ok: true });
});

test("while sheets are checked and computed nothing of them is public; a leader sees what was computed", async ({ db }) => {
  const { manager, leader } = await people(db);
  const authority = await makeUnit(db);
  const round = await makeRound(db, { units: [await makeUnit(db, { parent: authority })], authority });
  await addSheets(db, round, ten);
  expect(await latestHeadlines(db, "2026-11-21")).toHaveLength(1);
  await closeAndCompute(db, manager, round.slug, now);
  const closed = await findRound(db, round.slug);
  if (!closed) throw new Error("The round is gone");
  expect((await resultsForPublication(db, round.slug))?.figures.filter(({ suppressed }) => !suppressed)).toEqual([]);
  expect(await resultsForPublication(db, round.slug)).toMatchObject({ state: "closed", final: false, n: 0, quality: [], edition: null });
  expect(await latestHeadlines(db, "2026-11-21")).toEqual([]);
  expect((await roundFigures(db, closed, {}, "computed")).groups[0]).toMatchObject({ sheets: 10, overall: { value: 100 } });
  const [copy] = await db.select().from(publicCopies).where(eq(publicCopies.slug, round.slug));
  expect(copy).toMatchObject({ facet: "closed" });

  expect(await returnResults(db, leader, round.slug, "Ki-ốt tầng 2 hỏng", now)).toMatchObject({ ok: true });
  expect(await findRound(db, round.slug)).toMatchObject({ stage: "to_check", returnReason: "Ki-ốt tầng 2 hỏng" });
  await finishCheck(db, manager, round.slug, now);
  expect(await computeResults(db, manager, round.slug, now)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await publishResults(db, leader, round.slug, await findHandIn(db, round.slug), now)).toMatchObject({ ok: true, value: { edition: 1 } });
  expect(await resultsForPublication(db, round.slug)).toMatchObject({ final: true, n: 10, edition: { number: 1, note: null } });
});

test("sheets that are not those of the close are not computed", async ({ db }) => {
  const { manager } = await people(db);
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await addSheets(db, round, ten);
  await closeRound(db, manager, round.slug, now);
  await finishCheck(db, manager, round.slug, now);
  const [one] = await db.select({ id: sheets.id }).from(sheets).where(eq(sheets.roundId, round.id)).limit(1);
  await db
    .update(sheets)
    .set({ flags: 1 })
    .where(eq(sheets.id, one?.id ?? ""));
  expect(await computeResults(db, manager, round.slug, now)).toEqual(refuse("survey.sheets_differ"));
  // Rounds of before were hashed without flags.
  await db.update(rounds).set({ hashVersion: 1 }).where(eq(rounds.id, round.id));
  expect(await computeResults(db, manager, round.slug, now)).toEqual(refuse("survey.sheets_differ"));
});
