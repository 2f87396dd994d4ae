import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import {
  closeRound,
  computeResults,
  excludeSheets,
  findHandIn,
  finishCheck,
  publishResults,
  startCorrection,
} from "#app/domain/surveys/index.server.ts";
import type { DemoRound } from "./demo-rounds.ts";
import type { LoadedOfficials } from "./officials.ts";

/** Takes a round that has ended through its check to its publication, and through a correction where one was needed. */
export async function finishDemoRound(
  tx: Db,
  { surveyManager, approver }: LoadedOfficials,
  slug: string,
  { stage, invalid }: DemoRound,
  closesOn: string,
): Promise<void> {
  const on = (days: number) => new Date(`${plusDays(closesOn, days)}T02:00:00Z`);
  const leaveOut = async (days: number) => {
    if (!invalid) return;
    const { unit, mode, reason, note } = invalid;
    await must(excludeSheets(tx, surveyManager, slug, { unit, mode, reason, note, fromDay: null, toDay: null, flag: null }, on(days)));
  };
  await must(closeRound(tx, surveyManager, slug, on(1)));
  if (stage === "to_check") return;
  if (!invalid?.correction) await leaveOut(3);
  await must(finishCheck(tx, surveyManager, slug, on(5)));
  await must(computeResults(tx, surveyManager, slug, on(6)));
  await must(publishResults(tx, approver, slug, await findHandIn(tx, slug), on(12)));
  if (!invalid?.correction) return;
  await must(startCorrection(tx, surveyManager, slug, invalid.correction, on(30)));
  await leaveOut(30);
  await must(computeResults(tx, surveyManager, slug, on(31)));
  await must(publishResults(tx, approver, slug, await findHandIn(tx, slug), on(33)));
}

/** Whatever an act of the demo's officials refuses is a bug of the demo. */
export async function must(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`A demo round cannot go on: ${code}`);
}
