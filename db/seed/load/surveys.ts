import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import type { Keys } from "#app/domain/keys.ts";
import { approveExtension, askExtension, findHandIn, listQuestionnaires, type Round, submitRound } from "#app/domain/surveys/index.server.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { makeRound, makeSheets } from "../factories/surveys.ts";
import { demoConsent, demoRounds } from "./demo-rounds.ts";
import { finishDemoRound, must } from "./finish-demo-round.ts";
import type { LoadedOfficials } from "./officials.ts";
import type { LoadedProcedures } from "./procedures.ts";
import { sortDemoRemarks, writeRemarks } from "./remarks.ts";
import { type DemoStratum, loadSample } from "./samples.ts";
import type { LoadedUnits } from "./units.ts";

/** Three authorities' survey rounds over two years: published ones with frozen results, and open ones taking answers. */
export async function loadSurveys(
  tx: Db,
  world: { units: LoadedUnits; officials: LoadedOfficials; procedures: LoadedProcedures; keys: Keys; now: Date },
): Promise<void> {
  const { officials, procedures, keys, now } = world;
  const today = civilDay(now);
  const sipas = (await listQuestionnaires(tx)).find((one) => one.code === "sipas-22");
  if (!sipas) throw new Error("The SIPAS questionnaire was not stored");

  for (const [index, demo] of demoRounds.entries()) {
    const opensOn = plusDays(today, demo.opens);
    const closesOn = plusDays(today, demo.closes);
    const then = new Date(`${opensOn}T02:00:00Z`);
    const inForce = await listUnitsInForce(tx, opensOn, { internal: true });
    const half = Number(opensOn.slice(5, 7)) <= 6 ? 1 : 2;
    const year = opensOn.slice(0, 4);
    const round = await makeRound(tx, {
      units: demo.units.flatMap((slug) =>
        inForce.filter((unit) => unit.slug === slug).map((unit) => ({ ...unit, population: demo.transactions?.[slug] ?? null })),
      ),
      authority: { id: world.units.need(demo.authority) },
      version: { id: sipas.versionId },
      slug: [demo.authority, year, half, demo.extra?.slug].filter(Boolean).join("-"),
      titleVi: `Khảo sát mức độ hài lòng tại ${demo.name.vi}, ${demo.extra?.vi ?? `đợt ${half}`} năm ${year}`,
      titleEn: `Satisfaction survey of ${demo.name.en}, ${demo.extra?.en ?? `round ${half}`} of ${year}`,
      ...(demo.stage === "to_approve" ? { state: "draft" as const, stage: "drafting" as const } : {}),
      consent: demoConsent,
      opensOn,
      closesOn: plusDays(closesOn, -(demo.extended?.days ?? 0)),
      keyingUntil: demo.keyingDays ? plusDays(closesOn, demo.keyingDays) : null,
      target: 83,
      modes: [...(Object.keys(demo.modes) as SheetMode[]), ...(demo.sample ? (["sample"] as const) : [])],
      now: then,
    });
    if (demo.stage === "to_approve") {
      await must(submitRound(tx, officials.surveyManager, round.slug, new Date(now.getTime() - 86_400_000)));
      continue;
    }
    if (demo.extended) await extend(tx, officials, round.slug, { until: closesOn, ...demo.extended }, now);
    const handled = [...procedures.values()].filter(({ unitId }) => round.units.some((unit) => unit.id === unitId));
    const days = { from: opensOn, to: closesOn < today ? closesOn : plusDays(today, -1) };
    await makeSheets(tx, round, demo.sheets, {
      seed: 20_220 + index,
      profile: demo.profile,
      unitWeights: demo.weights,
      modes: demo.modes,
      procedures: Object.fromEntries(
        round.units.map((unit) => {
          const own = handled.filter(({ unitId }) => unitId === unit.id);
          return [unit.slug, own.length > 0 ? own : handled];
        }),
      ),
      days,
    });
    if (demo.sample) {
      const [desk] = demo.units;
      const own = [...procedures.values()].filter(({ unitId }) => unitId === round.authority.id);
      await makeSheets(tx, round, demo.sample.sheets, {
        seed: 30_220 + index,
        profile: { ...demo.profile, base: demo.sample.base },
        unitWeights: demo.weights,
        modes: { sample: 1 },
        procedures: desk === undefined ? {} : { [desk]: own },
        days,
      });
      await loadSample(tx, keys, officials.surveyManager, round, strataOf(round, demo.sample.transactions, desk, own), opensOn);
    }

    const written = await writeRemarks(tx, round, index);

    if (closesOn >= today) continue;
    await finishDemoRound(tx, officials, round.slug, demo, closesOn);
    if (demo.stage === undefined) await sortDemoRemarks(tx, officials, round, written);
  }
}

/** A later last day, asked for the day before yesterday and approved yesterday. */
async function extend(tx: Db, officials: LoadedOfficials, slug: string, { until, vi, en }: { until: string; vi: string; en: string }, now: Date) {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await must(askExtension(tx, officials.surveyManager, slug, { until, vi, en, acrossHalf: true }, daysAgo(2)));
  await must(approveExtension(tx, officials.approver, slug, await findHandIn(tx, slug), daysAgo(1)));
}

/** The first unit's transactions fall on its procedures, the rarer the later; some name none. */
function strataOf(
  round: Round,
  transactions: Record<string, number>,
  desk: string | undefined,
  procedures: readonly { id: string }[],
): DemoStratum[] {
  const shares = [...procedures.map((_, place) => 1 / (place + 1.5)), 0.6];
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return round.units.flatMap(({ id: unitId, slug }) => {
    const all = transactions[slug] ?? 0;
    if (slug !== desk) return [{ unitId, procedureId: null, population: all }];
    return [...procedures.map(({ id }) => id), null].map((procedureId, place) => ({
      unitId,
      procedureId,
      population: Math.round((all * (shares[place] ?? 0)) / whole),
    }));
  });
}
