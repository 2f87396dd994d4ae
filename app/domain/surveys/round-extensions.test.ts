import { and, eq, like } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, publicCopies, roundExtensions, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import {
  approveExtension,
  askExtension,
  closeRound,
  declineExtension,
  findHandIn,
  findRound,
  issueSampleSlips,
  issueSlips,
  submitSheet,
  withdrawExtension,
} from "./index.server.ts";
import { ExtensionWish, RoundDraft } from "./schemas.ts";

const at = (day: string) => new Date(`${day}T03:00:00Z`);
const now = at("2026-11-21");
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? "done" : outcome.code);
const wish = { until: "2026-12-20", vi: "Bão làm nhiều nơi ngừng tiếp dân.", en: "A storm closed many offices.", acrossHalf: false };

async function world(db: Db, days: { closesOn: string; keyingUntil?: string } = { closesOn: "2026-11-30" }) {
  const unit = await makeUnit(db);
  const round = await makeRound(db, {
    units: [unit],
    authority: unit,
    opensOn: "2026-11-01",
    modes: ["open_link", "desk_slip", "paper", "sample"],
    ...days,
  });
  const manager = await makeOfficial(db, { roles: ["survey_manager", "approver", "one_stop"], unit });
  const leader = await makeOfficial(db, { roles: ["approver"], unit });
  return { unit, round, manager, leader, slug: round.slug };
}
const copyOf = async (db: Db, slug: string) =>
  (
    await db
      .select({ content: publicCopies.content })
      .from(publicCopies)
      .where(and(eq(publicCopies.kind, "round"), eq(publicCopies.slug, slug)))
  )[0]?.content;

test("what a leader approves is the new last day: answers are taken, codes of the round prolonged, and the public is told why", async ({ db }) => {
  const { unit, round, manager, leader, slug } = await world(db, { closesOn: "2026-11-30", keyingUntil: "2026-12-10" });
  await issueSampleSlips(db, testKeys, manager, round, [{ unitId: unit.id, procedureId: null }], now);
  const batch = { round: slug, unit: unit.slug, procedure: null, occasion: "result" as const, count: 1 };
  await issueSlips(db, manager, { ...batch, validDays: 20 }, now);
  await issueSlips(db, manager, { ...batch, validDays: 2 }, now);

  expect(codeOf(await askExtension(db, manager, slug, wish, now))).toBe("done");
  expect((await findRound(db, slug))?.closesOn).toBe("2026-11-30");
  expect(codeOf(await askExtension(db, manager, slug, wish, now))).toBe("survey.extension_asked");
  const seen = await findHandIn(db, slug);
  expect(codeOf(await approveExtension(db, manager, slug, seen, now))).toBe("survey.four_eyes_extension");
  expect(codeOf(await approveExtension(db, leader, slug, seen - 1, now))).toBe("survey.changed_meanwhile");
  expect(codeOf(await approveExtension(db, leader, slug, seen, now))).toBe("done");
  expect(codeOf(await approveExtension(db, leader, slug, seen, now))).toBe("survey.no_extension");

  expect(await findRound(db, slug)).toMatchObject({ closesOn: "2026-12-20", keyingUntil: "2026-12-30", state: "open" });
  expect((await db.select().from(slips).where(eq(slips.roundId, round.id))).map(({ expiresOn }) => expiresOn).toSorted()).toEqual([
    "2026-11-23",
    "2026-12-20",
    "2026-12-20",
  ]);
  expect(await copyOf(db, slug)).toMatchObject({
    closesOn: "2026-12-20",
    extensions: [{ until: "2026-12-20", on: "2026-11-21", reason: { vi: wish.vi, en: wish.en } }],
  });
  const sheet = { round: slug, sheet: { answers: { C1: 4, C2: 4 } }, mode: "open_link" as const, idempotencyKey: "after", language: "vi" as const };
  expect(codeOf(await submitSheet(db, testKeys, sheet, at("2026-12-19")))).toBe("done");
  const events = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "round.%")));
  expect(events.map(({ act, officialId }) => [act, officialId])).toEqual([
    ["round.extension_asked", manager.id],
    ["round.extended", leader.id],
  ]);
});

test("an extension is ninety days at most, all together, and leads into the next half-year only where that was said", async ({ db }) => {
  const { manager, leader, slug } = await world(db);
  const ask = (until: string, acrossHalf = false) => askExtension(db, manager, slug, { ...wish, until, acrossHalf }, now);
  expect(codeOf(await ask("2026-11-30"))).toBe("survey.extension_too_early");
  expect(codeOf(await ask("2027-01-01"))).toBe("survey.extension_across_half");
  expect(codeOf(await ask("2027-03-01", true))).toBe("survey.extension_too_late");
  expect(codeOf(await ask("2026-12-31"))).toBe("done");
  expect(codeOf(await approveExtension(db, leader, slug, await findHandIn(db, slug), now))).toBe("done");
  expect(codeOf(await ask("2027-03-01", true))).toBe("survey.extension_too_late");
  expect(codeOf(await ask("2027-02-28", true))).toBe("done");
  expect(codeOf(await approveExtension(db, leader, slug, await findHandIn(db, slug), now))).toBe("done");
  expect((await copyOf(db, slug))?.extensions).toMatchObject([{ until: "2027-02-28" }, { until: "2026-12-31" }]);
});

test("what was asked for can be taken back or declined, and a leader never approves another wish than the one that was read", async ({ db }) => {
  const { manager, leader, slug } = await world(db);
  expect(codeOf(await withdrawExtension(db, manager, slug, now))).toBe("survey.no_extension");
  expect(codeOf(await declineExtension(db, leader, slug, "Không cần", now))).toBe("survey.no_extension");
  await askExtension(db, manager, slug, wish, now);
  const seen = await findHandIn(db, slug);
  expect(codeOf(await withdrawExtension(db, manager, slug, now))).toBe("done");
  await askExtension(db, manager, slug, { ...wish, until: "2026-12-30" }, now);
  expect(codeOf(await approveExtension(db, leader, slug, seen, now))).toBe("survey.changed_meanwhile");
  expect(codeOf(await declineExtension(db, leader, slug, "Đã đủ phiếu.", now))).toBe("done");
  expect(await findRound(db, slug)).toMatchObject({ closesOn: "2026-11-30", returnReason: "Đã đủ phiếu." });
  expect((await copyOf(db, slug))?.extensions).toBeUndefined();
});

test("an extension is for who manages the round and who leads its authority, while it is open and the new day has not passed", async ({ db }) => {
  const { manager, leader, slug } = await world(db);
  const stranger = await makeOfficial(db, { roles: ["survey_manager", "approver"], unit: await makeUnit(db) });
  expect(codeOf(await askExtension(db, stranger, slug, wish, now))).toBe("survey.not_yours");
  expect(codeOf(await withdrawExtension(db, stranger, slug, now))).toBe("survey.not_yours");
  expect(codeOf(await askExtension(db, leader, slug, wish, now))).toBe("survey.not_yours");
  await askExtension(db, manager, slug, wish, now);
  const seen = await findHandIn(db, slug);
  for (const act of [() => approveExtension(db, stranger, slug, seen, now), () => declineExtension(db, stranger, slug, "Không", now)])
    expect(codeOf(await act())).toBe("survey.not_yours_to_approve");
  expect(codeOf(await approveExtension(db, leader, slug, seen, at("2026-12-21")))).toBe("survey.extension_past");
  expect(codeOf(await closeRound(db, manager, slug, now))).toBe("done");
  expect(await db.select({ state: roundExtensions.state }).from(roundExtensions)).toEqual([{ state: "withdrawn" }]);
  expect(codeOf(await approveExtension(db, leader, slug, await findHandIn(db, slug), now))).toBe("survey.not_open");
  expect(codeOf(await askExtension(db, manager, slug, wish, now))).toBe("survey.not_open");
});

test("approved by two at once, a round is extended once", async () => {
  const { db, client } = await cloneDatabase(4);
  const { manager, leader, slug } = await world(db);
  await askExtension(db, manager, slug, wish, now);
  const seen = await findHandIn(db, slug);
  const outcomes = await Promise.all([1, 2].map(() => approveExtension(db, leader, slug, seen, now)));
  expect(outcomes.map(codeOf).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(["done", "survey.no_extension"]);
  await client.end();
});

test("a reason with somebody's telephone number is refused, and so is one without words", async ({ db }) => {
  const { manager, slug } = await world(db);
  expect(codeOf(await askExtension(db, manager, slug, { ...wish, vi: "Hỏi anh Nam, 0912 345 678." }, now))).toBe("publish.personal_data");
  expect(ExtensionWish.safeParse({ ...wish, en: " " }).success).toBe(false);
});

test("the day for typing paper is set only with paper, not before the last day and not more than sixty days after", () => {
  const draft = {
    titleVi: "Đợt",
    titleEn: "Round",
    authority: "co-quan",
    questionnaireVersionId: "3f0c3f0e-6a53-4a0e-9c57-1f8f3f3b2a11",
    opensOn: "2026-11-01",
    closesOn: "2026-11-30",
    target: 83,
    modes: ["open_link", "paper"],
    units: ["don-vi"],
    consentVi: "Không hỏi tên.",
    consentEn: "No names.",
  };
  const errorOf = (keyingUntil: string | null, modes = draft.modes) =>
    RoundDraft.safeParse({ ...draft, keyingUntil, modes }).error?.issues[0]?.message;
  expect(errorOf(null)).toBeUndefined();
  expect(errorOf("2026-11-30")).toBeUndefined();
  expect(errorOf("2027-01-29")).toBeUndefined();
  expect(errorOf("2027-01-30")).toBe("keying_too_long");
  expect(errorOf("2026-11-29")).toBe("before_last_day");
  expect(errorOf("2026-12-10", ["open_link"])).toBe("only_with_paper");
});
