import { mayTypeFor } from "#app/domain/paper/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { sampleProgress } from "#app/domain/samples/index.server.ts";
import { countSheetsByUnit, countSlips, type Round, roundQuality } from "#app/domain/surveys/index.server.ts";
import { sheetModes } from "#app/domain/surveys/vocabulary.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** What a round has brought in by now: sheets by unit and way of answering, codes used of those issued, the sample, flags. */
export async function readMonitor({ db, lang, official, now }: Visit & { official: Official }, round: Round) {
  const [sheets, slips, strata, quality] = await Promise.all([
    countSheetsByUnit(db, round.id),
    countSlips(db, round.id),
    sampleProgress(db, round.id),
    roundQuality(db, round, { masked: false, of: "received" }),
  ]);
  const listed = round.units.some(({ id }) => id === round.authority.id);
  const units = listed || sheets.every(({ unitId }) => unitId !== round.authority.id) ? round.units : [...round.units, round.authority];
  return {
    at: formatInstant(lang, now),
    modes: sheetModes.filter((mode) => round.modes.includes(mode) || sheets.some((cell) => cell.mode === mode)),
    units: units.map(({ id, slug, name }) => {
      const codes = slips.find(({ unitId }) => unitId === id);
      const own = strata.filter(({ unitId }) => unitId === id);
      const sum = (pick: (stratum: (typeof own)[number]) => number) => own.reduce((total, stratum) => total + pick(stratum), 0);
      return {
        slug,
        name: inLanguage(lang, name),
        counts: Object.fromEntries(sheets.filter(({ unitId }) => unitId === id).map(({ mode, n }) => [mode, n])),
        total: sheets.reduce((total, cell) => total + (cell.unitId === id ? cell.n : 0), 0),
        slips: codes ? { issued: codes.issued, used: codes.used, rate: codes.returned.value } : null,
        sample: own.length > 0 ? { answered: sum(({ answered }) => answered), wanted: sum(({ planned }) => planned) } : null,
      };
    }),
    quality,
    typesPaper: round.state === "open" && round.modes.includes("paper") && round.units.some(({ id }) => mayTypeFor(official, round, id)),
  };
}

export type Monitor = Awaited<ReturnType<typeof readMonitor>>;
