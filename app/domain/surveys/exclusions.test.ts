import { and, eq, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { finishRound } from "#db/seed/factories/finish-round.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeRound, makeSheets } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { resultSnapshots, sheetExclusions, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { refuse } from "../outcome.ts";
import { countedGroups } from "./counted-groups.server.ts";
import { countProfiles } from "./count-profiles.server.ts";
import { countSheets } from "./count-sheets.server.ts";
import { freeze, mayBeShown } from "./freeze-results.server.ts";
import {
  cancelCorrection,
  closeRound,
  computeResults,
  countForCheck,
  excludedSheets,
  excludeSheets,
  findHandIn,
  findRound,
  finishCheck,
  listEditions,
  listExclusions,
  publishResults,
  resultsForPublication,
  type Round,
  roundFigures,
  roundQuality,
  startCorrection,
  withdrawExclusion,
} from "./index.server.ts";
import { ExclusionDraft } from "./schemas.ts";

const now = new Date("2026-11-21T03:00:00Z");
const many = (n: number, answers: number[]) => Array.from({ length: n }, () => answers);
const group = (change: Partial<ExclusionDraft>): ExclusionDraft => ({
  unit: null,
  mode: null,
  fromDay: null,
  toDay: null,
  flag: null,
  reason: "device_fault",
  note: "Ki-ốt hỏng",
  ...change,
});

async function closedRound(db: Db, fill: (round: Round, units: { id: string; slug: string }[]) => Promise<void>) {
  const authority = await makeUnit(db);
  const units = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const round = await makeRound(db, { units, authority, modes: ["open_link", "kiosk"] });
  await fill(round, units);
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  const leader = await makeOfficial(db, { roles: ["approver"] });
  await closeRound(db, manager, round.slug, now);
  return { round, units, manager, leader, slug: round.slug };
}

const again = async (db: Db, slug: string) => {
  const round = await findRound(db, slug);
  if (!round) throw new Error("The round is gone");
  return round;
};

async function publish(db: Db, { manager, leader, slug }: { manager: Parameters<typeof finishCheck>[1]; leader: typeof manager; slug: string }) {
  await finishCheck(db, manager, slug, now);
  const computed = await computeResults(db, manager, slug, now);
  if (!computed.ok) throw new Error(computed.code);
  return publishResults(db, leader, slug, await findHandIn(db, slug), now);
}

test("figures are computed without the sheets that are left out, as if those had never come", async ({ db }) => {
  const made = await closedRound(db, async (round) => {
    await makeSheets(db, round, 300, { seed: 5, profile: { base: 0.7 } });
    await db
      .update(sheets)
      .set({ flags: 1 })
      .where(and(eq(sheets.roundId, round.id), sql`id::text < '4'`, eq(sheets.mode, "kiosk")));
  });
  // Flags were set after the close in this test, so the close is told anew.
  await db.execute(sql`truncate tallies, profile_tallies`);
  await db.update(sheets).set({ folded: false }).where(eq(sheets.roundId, made.round.id));
  const excluded = await excludeSheets(db, made.manager, made.slug, group({ mode: "kiosk", flag: "speeder" }), now);
  const byHand = await db
    .select()
    .from(sheets)
    .where(and(eq(sheets.roundId, made.round.id), sql`flags & 1 <> 0`));
  expect(excluded).toMatchObject({ ok: true, value: { number: 1, sheets: byHand.length } });

  const round = await again(db, made.slug);
  const content = await freeze(db, round);
  expect(content).toMatchObject({
    received: 300,
    sheets: 300 - byHand.length,
    exclusions: [{ number: 1, sheets: [{ mode: "kiosk", n: byHand.length }] }],
  });
  await db.delete(sheets).where(and(eq(sheets.roundId, round.id), sql`flags & 1 <> 0`));
  expect(content.counts).toEqual(await countSheets(db, round.id, round.layout));
  expect(content.profiles).toEqual(await countProfiles(db, round.id, round.layout));
});

test("what is left out is counted beside the results by reason, and no sheet is changed", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(20, [4, 4]), { unit, mode: "open_link", day: "2026-11-10" });
    await addSheets(db, round, many(12, [1, 1]), { unit: units[0] ?? { id: "" }, mode: "kiosk", day: "2026-11-12" });
  });
  const before = await db.select().from(sheets).where(eq(sheets.roundId, made.round.id)).orderBy(sheets.id);
  const days = { fromDay: "2026-11-11", toDay: "2026-11-30" };
  expect(await excludeSheets(db, made.manager, made.slug, group({ ...days, unit: made.units[0]?.slug ?? "" }), now)).toMatchObject({ ok: true });
  expect(await countForCheck(db, await again(db, made.slug))).toEqual(
    expect.arrayContaining([expect.objectContaining({ unitId: made.units[0]?.id, mode: "kiosk", sheets: 12, excluded: 12 })]),
  );
  expect(await publish(db, made)).toMatchObject({ ok: true });
  expect(await db.select().from(sheets).where(eq(sheets.roundId, made.round.id)).orderBy(sheets.id)).toEqual(before);

  const round = await again(db, made.slug);
  expect((await roundFigures(db, round)).groups[0]).toMatchObject({ sheets: 40, overall: { value: 100 } });
  expect(await roundQuality(db, round)).toMatchObject([{ sheets: 40 }]);
  expect(await excludedSheets(db, round)).toEqual([{ group: "self_selected", reason: "device_fault", sheets: 12 }]);
  expect(await resultsForPublication(db, made.slug)).toMatchObject({ n: 40, excluded: [{ reason: "device_fault", sheets: 12 }] });
});

test("an exclusion is refused where it is small, nobody's, of a strange unit or not its time", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    await addSheets(db, round, many(20, [4, 4]), { unit: units[0] ?? { id: "" } });
    await addSheets(db, round, many(4, [1, 1]), { unit: units[1] ?? { id: "" }, mode: "kiosk" });
    await addSheets(db, round, [...many(6, [2, 0]), ...many(3, [2, 2])], { unit: units[1] ?? { id: "" }, mode: "kiosk", day: "2026-11-12" });
  });
  const code = async (by: typeof made.manager, change: Partial<ExclusionDraft>) => {
    const outcome = await excludeSheets(db, by, made.slug, group(change), now);
    return outcome.ok ? "done" : outcome.code;
  };
  expect(await code(made.manager, { toDay: "2026-11-11", mode: "kiosk" })).toBe("survey.exclusion_too_few");
  expect(await code(made.manager, { fromDay: "2026-11-12", mode: "kiosk" })).toBe("survey.exclusion_too_few");
  expect(await code(made.leader, { mode: "kiosk" })).toBe("survey.not_yours");
  expect(await code(made.manager, { unit: "khong-co" })).toBe("survey.unit_not_in_round");
  expect(await code(made.manager, { mode: "kiosk" })).toBe("done");
  // All of it is left out already.
  expect(await code(made.manager, { fromDay: "2026-11-12", mode: "kiosk" })).toBe("survey.exclusion_too_few");
  expect(await withdrawExclusion(db, made.manager, made.slug, { number: 9, note: "Nhầm" }, now)).toEqual(refuse("survey.no_such_exclusion"));
  expect(await withdrawExclusion(db, made.manager, made.slug, { number: 1, note: "Nhầm" }, now)).toMatchObject({ ok: true });
  expect(await listExclusions(db, made.round.id)).toMatchObject([{ number: 1, withdrawnNote: "Nhầm", sheets: 13 }]);
  await finishCheck(db, made.manager, made.slug, now);
  expect(await code(made.manager, { mode: "kiosk" })).toBe("survey.not_checking");
  expect(ExclusionDraft.safeParse(group({})).success).toBe(false);
  await expect(db.transaction((tx) => tx.update(sheetExclusions).set({ sheets: 1 }))).rejects.toThrow();
});

test("two exclusions at once: the second sees what the first left out", async () => {
  const { db, client } = await cloneDatabase(4);
  const made = await closedRound(db, async (round, units) => {
    await addSheets(db, round, many(20, [4, 4]), { unit: units[0] ?? { id: "" } });
    await addSheets(db, round, many(10, [1, 1]), { unit: units[1] ?? { id: "" }, mode: "kiosk" });
  });
  const both = await Promise.all([1, 2].map(() => excludeSheets(db, made.manager, made.slug, group({ mode: "kiosk" }), now)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  await client.end();
});

test("a leader publishes the figures they read: a correction with another note, computed anew, is refused until it is read", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(20, [4, 4]), { unit });
    await addSheets(db, round, many(10, [1, 1]), { unit: units[0] ?? { id: "" }, mode: "kiosk" });
  });
  const { manager, leader, slug } = made;
  await publish(db, made);
  const correct = async (note: { vi: string; en: string }) => {
    expect(await startCorrection(db, manager, slug, note, now)).toMatchObject({ ok: true });
    await excludeSheets(db, manager, slug, group({ mode: "kiosk" }), now);
    expect(await computeResults(db, manager, slug, now)).toMatchObject({ ok: true });
    return findHandIn(db, slug);
  };
  const read = await correct({ vi: "Loại phiếu của ki-ốt hỏng.", en: "Sheets of a faulty kiosk are left out." });
  await cancelCorrection(db, manager, slug, now);
  const unread = await correct({ vi: "Loại phiếu của ki-ốt hỏng.", en: "The leader ordered other figures." });
  expect(await publishResults(db, leader, slug, read, now)).toEqual(refuse("survey.changed_meanwhile"));
  expect(await listEditions(db, await again(db, slug))).toHaveLength(1);
  expect(await publishResults(db, leader, slug, unread, now)).toMatchObject({ ok: true, value: { edition: 2 } });
});

test("published figures are corrected by a new edition; the earlier one stays, and each recomputes to the same bytes", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(20, [4, 4]), { unit });
    await addSheets(db, round, many(10, [1, 1]), { unit: units[0] ?? { id: "" }, mode: "kiosk" });
  });
  const { manager, leader, slug } = made;
  await publish(db, made);
  expect(await excludeSheets(db, manager, slug, group({ mode: "kiosk" }), now)).toEqual(refuse("survey.not_checking"));
  const note = { vi: "Loại phiếu của ki-ốt hỏng.", en: "Sheets of a faulty kiosk are left out." };
  expect(await startCorrection(db, manager, slug, { ...note, vi: "Gọi 0912 345 678" }, now)).toEqual(refuse("publish.personal_data"));
  expect(await startCorrection(db, leader, slug, note, now)).toEqual(refuse("survey.not_yours"));
  expect(await startCorrection(db, manager, slug, note, now)).toMatchObject({ ok: true });
  expect(await computeResults(db, manager, slug, now)).toEqual(refuse("survey.nothing_corrected"));
  await excludeSheets(db, manager, slug, group({ mode: "kiosk" }), now);
  expect((await roundFigures(db, await again(db, slug))).groups[0]).toMatchObject({ sheets: 50, overall: { value: 80 } });
  expect(await computeResults(db, manager, slug, now)).toMatchObject({ ok: true, value: { version: 2, sheets: 40 } });
  expect((await roundFigures(db, await again(db, slug))).groups[0]).toMatchObject({ sheets: 50 });
  expect(await publishResults(db, leader, slug, await findHandIn(db, slug), now)).toMatchObject({ ok: true, value: { edition: 2 } });

  const round = await again(db, slug);
  expect((await roundFigures(db, round)).groups[0]).toMatchObject({ sheets: 40, overall: { value: 100 } });
  expect(await listEditions(db, round)).toMatchObject([
    { edition: 2, note, overall: [{ sheets: 40, figure: { value: 100 } }] },
    { edition: 1, note: null, overall: [{ sheets: 50, figure: { value: 80 } }] },
  ]);
  expect(await resultsForPublication(db, slug)).toMatchObject({ n: 40, edition: { number: 2, note } });

  const sha = (content: unknown) => createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const snapshots = await db.select().from(resultSnapshots).where(eq(resultSnapshots.roundId, round.id)).orderBy(resultSnapshots.version);
  expect(snapshots.map(({ contentSha256 }) => contentSha256)).toEqual([
    sha(await freeze(db, round, { standing: [] })),
    sha(await freeze(db, round, { standing: [1], earlier: [{ exclusions: [] }] })),
  ]);
});

test("parts know which editions left them out, and each edition keeps which units it shows", async ({ db }) => {
  const made = await closedRound(db, async (round, [first, second]) => {
    for (const unit of [first, second]) await addSheets(db, round, many(30, [4, 4]), { unit: unit ?? { id: "" } });
    await addSheets(db, round, many(12, [1, 1]), { unit: first ?? { id: "" }, mode: "kiosk" });
    await addSheets(db, round, many(10, [2, 2]), { unit: second ?? { id: "" }, mode: "kiosk" });
  });
  const { manager, leader, slug } = made;
  const [first, second] = made.units.map((unit) => group({ unit: unit.slug, mode: "kiosk" }));
  const note = { vi: "Xem lại phiếu của ki-ốt.", en: "Kiosk sheets were checked again." };
  const correct = async (change: () => Promise<unknown>) => {
    expect(await startCorrection(db, manager, slug, note, now)).toMatchObject({ ok: true });
    await change();
    expect(await computeResults(db, manager, slug, now)).toMatchObject({ ok: true });
    expect(await publishResults(db, leader, slug, await findHandIn(db, slug), now)).toMatchObject({ ok: true });
  };
  await excludeSheets(db, manager, slug, first ?? group({}), now);
  expect(await publish(db, made)).toMatchObject({ ok: true });
  await correct(async () => {
    await withdrawExclusion(db, manager, slug, { number: 1, note: "Ki-ốt này không hỏng" }, now);
    expect(await excludeSheets(db, manager, slug, second ?? group({}), now)).toMatchObject({ ok: true });
  });
  await correct(async () => expect(await excludeSheets(db, manager, slug, first ?? group({}), now)).toMatchObject({ ok: true }));

  const snapshots = await db.select().from(resultSnapshots).where(eq(resultSnapshots.roundId, made.round.id)).orderBy(resultSnapshots.version);
  type Kept = { setAside: { isOut: boolean; leftOutBefore: number[]; counts: { sheets: number }[] }[]; beside: { self_selected: string[] } };
  const kept = snapshots.map(({ content }) => content as Kept);
  const ids = made.units.map(({ id }) => id);
  const parts = kept.map(({ setAside }) =>
    setAside.map(({ isOut, leftOutBefore, counts: [cell] }) => [cell?.sheets, isOut, leftOutBefore]).sort(([a], [b]) => Number(b) - Number(a)),
  );
  expect(parts).toEqual([
    [[12, true, []]],
    [
      [12, false, [1]],
      [10, true, []],
    ],
    [
      [12, true, [1]],
      [10, true, [2]],
    ],
  ]);
  expect(kept.map(({ beside }) => beside.self_selected)).toEqual([[ids[0]], ids.toSorted(), ids.toSorted()]);
  const sheetsOf = async (edition: number) => {
    const { groups } = await roundFigures(db, await again(db, slug), { unitId: ids[0] }, { edition });
    return groups[0]?.sheets;
  };
  expect([await sheetsOf(1), await sheetsOf(2), await sheetsOf(3)]).toEqual([30, 42, 30]);
});

test("a group that may be left out with another only cannot be left alone by taking the other in again", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(40, [4, 4]), { unit });
    await addSheets(db, round, many(20, [1, 1]), { unit: units[1] ?? { id: "" }, day: "2026-11-12" });
    await addSheets(db, round, [...many(6, [2, 0]), ...many(3, [2, 2])], { unit: units[0] ?? { id: "" }, mode: "kiosk" });
  });
  const { manager, slug } = made;
  const kiosk = group({ mode: "kiosk" });
  expect(await excludeSheets(db, manager, slug, kiosk, now)).toEqual(refuse("survey.exclusion_too_few"));
  const day = group({ unit: made.units[1]?.slug ?? "", fromDay: "2026-11-12", toDay: "2026-11-12" });
  expect(await excludeSheets(db, manager, slug, day, now)).toMatchObject({ ok: true });
  expect(await excludeSheets(db, manager, slug, kiosk, now)).toMatchObject({ ok: true });
  await withdrawExclusion(db, manager, slug, { number: 1, note: "Nhầm" }, now);
  expect(await finishCheck(db, manager, slug, now)).toEqual(refuse("survey.exclusion_too_few"));
  expect(await again(db, slug)).toMatchObject({ stage: "to_check" });
  await withdrawExclusion(db, manager, slug, { number: 2, note: "Nhầm" }, now);
  expect(await finishCheck(db, manager, slug, now)).toMatchObject({ ok: true });
});

test("how many were left out for a reason, of those who chose to answer and of those who were drawn, is five or more", () => {
  const exclusion = (kiosk: number, sample: number) => {
    const sheets = [
      { mode: "kiosk" as const, n: kiosk },
      { mode: "sample" as const, n: sample },
    ];
    return { reason: "keyed_wrong" as const, sheets };
  };
  expect(mayBeShown({ exclusions: [exclusion(5, 0)] })).toBe(true);
  expect(mayBeShown({ exclusions: [exclusion(5, 2)] })).toBe(false);
  expect(mayBeShown({ exclusions: [exclusion(5, 2), exclusion(0, 3)] })).toBe(true);
  expect(mayBeShown({ exclusions: [{ ...exclusion(5, 2), reason: "other" }, exclusion(0, 3)] })).toBe(false);
});

test("a correction that is given up leaves everything as it was published", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(20, [4, 4]), { unit });
    await addSheets(db, round, many(10, [1, 1]), { unit: units[0] ?? { id: "" }, mode: "kiosk" });
  });
  const { manager, slug } = made;
  await excludeSheets(db, manager, slug, group({ mode: "kiosk" }), now);
  await publish(db, made);
  expect(await cancelCorrection(db, manager, slug, now)).toEqual(refuse("survey.not_correcting"));
  await startCorrection(db, manager, slug, { vi: "Xem lại", en: "Looked at again" }, now);
  await withdrawExclusion(db, manager, slug, { number: 1, note: "Ki-ốt không hỏng" }, now);
  await excludeSheets(db, manager, slug, group({ unit: made.units[1]?.slug ?? "" }), now);
  expect(await cancelCorrection(db, manager, slug, now)).toMatchObject({ ok: true });
  expect((await listExclusions(db, made.round.id)).map(({ number, withdrawnAt }) => [number, withdrawnAt === null])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(await again(db, slug)).toMatchObject({ stage: "published", correction: null });
});

test("figures before and after an exclusion do not tell what a handful of a place answered", async ({ db }) => {
  const made = await closedRound(db, async (round, units) => {
    for (const unit of units) await addSheets(db, round, many(30, [4, 4]), { unit });
    await addSheets(db, round, many(2, [1, 1]), { unit: units[0] ?? { id: "" }, mode: "kiosk" });
    await addSheets(db, round, many(9, [5, 5]), { unit: units[1] ?? { id: "" }, mode: "kiosk" });
  });
  await excludeSheets(db, made.manager, made.slug, group({ mode: "kiosk" }), now);
  await publish(db, made);
  const round = await again(db, made.slug);
  // Two of unit 0 are missing: 32 sheets while the round was open, less 30 now, would be their answers.
  const [counted] = await countedGroups(db, round);
  expect(made.units.map(({ id }) => counted?.mask.showing({ unitId: id }))).toEqual(["nothing", "nothing"]);
  expect(counted?.mask.showing({})).toBe("detail");
  expect((await roundFigures(db, round)).groups[0]).toMatchObject({ sheets: 60, overall: { value: 100 } });
});

test("a round of before, hashed without flags, can still be computed and corrected", async ({ db }) => {
  const { hashSheets } = await import("./hash-sheets.server.ts");
  const { rounds } = await import("#db/schema/index.ts");
  const made = await closedRound(db, async (round) => addSheets(db, round, many(20, [4, 4])));
  const old = await hashSheets(db, made.round.id, 1);
  expect(old.sha256).not.toBe((await hashSheets(db, made.round.id)).sha256);
  await db.update(rounds).set({ hashVersion: 1, closedSha256: old.sha256 }).where(eq(rounds.id, made.round.id));
  expect(await publish(db, made)).toMatchObject({ ok: true });
});

test("a published round that nobody corrected has one edition", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)] });
  await addSheets(db, round, many(10, [4, 4]));
  const by = { manager: await makeOfficial(db, { roles: ["survey_manager"] }), leader: await makeOfficial(db, { roles: ["approver"] }) };
  await finishRound(db, by, round.slug, now);
  expect(await listEditions(db, await again(db, round.slug))).toMatchObject([{ edition: 1, note: null }]);
});
