import { listKiosks } from "#app/domain/kiosks/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readDesk } from "../survey/read-desk.server.ts";

/** The official's kiosks, and where a new one may stand. */
export async function readKiosks(visit: Visit & { official: Official }) {
  const { db, official, lang } = visit;
  const [kiosks, desk] = await Promise.all([listKiosks(db, official), readDesk(visit, "kiosk")]);
  return {
    kiosks: kiosks.map(({ id, name, round, roundTitle, unit, state, lastUsedOn }) => ({
      id,
      name,
      round,
      roundTitle: inLanguage(lang, roundTitle),
      unit: inLanguage(lang, unit.name),
      state,
      lastUsedOn,
    })),
    ...desk,
  };
}

export type OfficeKiosk = Awaited<ReturnType<typeof readKiosks>>["kiosks"][number];
