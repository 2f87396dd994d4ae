import { eq, inArray } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { addSheets, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { expect, test } from "#tests/support/test.ts";
import { closeAndCompute } from "#db/seed/factories/finish-round.ts";
import { findRound, type Round } from "./find-round.server.ts";
import { foldAllSheets } from "./fold-sheets.server.ts";
import { resultsForPublication } from "./results-for-publication.server.ts";
import { roundQuality } from "./round-quality.server.ts";

const now = new Date("2026-11-21T03:00:00Z");
const answers = (count: number) => Array.from({ length: count }, () => [4, 5]);

/** Flags as many sheets of a mode as there are sets of bits. */
async function flag(db: Db, round: Round, mode: "open_link" | "kiosk", bits: readonly number[]) {
  const found = (await db.select().from(sheets).where(eq(sheets.roundId, round.id))).filter((sheet) => sheet.mode === mode);
  for (const [index, flags] of bits.entries()) {
    await db
      .update(sheets)
      .set({ flags })
      .where(inArray(sheets.id, [found[index]?.id ?? ""]));
  }
}

test("flags are counted by way of answering, the same before the fold, after it and in the closed round", async ({ db }) => {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit], modes: ["open_link", "kiosk"] });
  await addSheets(db, round, answers(10), { mode: "open_link" });
  await addSheets(db, round, answers(8), { mode: "kiosk" });
  await flag(db, round, "open_link", [1, 2, 4, 7]);
  await flag(db, round, "kiosk", [2]);
  const expected = [
    {
      group: "self_selected",
      sheets: 18,
      flags: { speeder: 2, straight_lining: 3, same_device_day: 2 },
      modes: [
        { mode: "open_link", sheets: 10, flags: { speeder: 2, straight_lining: 2, same_device_day: 2 } },
        { mode: "kiosk", sheets: 8, flags: { speeder: 0, straight_lining: 1, same_device_day: 0 } },
      ],
    },
  ];
  expect(await roundQuality(db, round)).toEqual(expected);
  expect((await resultsForPublication(db, round.slug))?.quality).toEqual([
    { group: "self_selected", sheets: 18, speeder: 2, straight_lining: 3, same_device_day: 2 },
    { group: "self_selected", mode: "open_link", sheets: 10, speeder: 2, straight_lining: 2, same_device_day: 2 },
    { group: "self_selected", mode: "kiosk", sheets: 8, speeder: 0, straight_lining: 1, same_device_day: 0 },
  ]);

  await closeAndCompute(db, await makeOfficial(db, { roles: ["survey_manager"] }), round.slug, now);
  const closed = await findRound(db, round.slug);
  expect(closed && (await roundQuality(db, closed))).toEqual([]);
  expect(closed && (await roundQuality(db, closed, { of: "computed" }))).toEqual(expected);
});

test("what is hidden in the results is hidden here too, and shown to the office", async ({ db }) => {
  const round = await makeRound(db, { units: [await makeUnit(db)], modes: ["open_link", "kiosk"] });
  await addSheets(db, round, answers(3), { mode: "kiosk" });
  await flag(db, round, "kiosk", [2, 2]);
  await foldAllSheets(db, round.id);
  expect(await roundQuality(db, round)).toEqual([]);
  expect(await roundQuality(db, round, { masked: false })).toMatchObject([{ sheets: 3, flags: { straight_lining: 2 } }]);
});
