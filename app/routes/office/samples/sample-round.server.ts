import { findFrame } from "#app/domain/samples/index.server.ts";
import { noProcedure } from "#app/domain/samples/vocabulary.ts";
import { mayIn, type Official } from "#app/domain/people/official.ts";
import { findRound, type Round } from "#app/domain/surveys/index.server.ts";
import { listProceduresInForce } from "#app/domain/procedures/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { notFound, type Visit } from "#app/platform/guards.server.ts";

/** A round with its list, for who manages the surveys of its authority. @throws 404 for everybody else */
export async function readSampleRound(visit: Visit & { official: Official }, slug = "") {
  const round = await findRound(visit.db, slug);
  if (!round || !mayIn(visit.official, "surveys.manage", round.authority.id)) throw notFound();
  return { visit, round, frame: await findFrame(visit.db, round.id, visit.now), here: visit.to(`/can-bo/khao-sat/${round.slug}/mau`) };
}

/** What a stratum is called: its unit, and its procedure where it has one. */
export async function stratumNames({ db, lang, today, t }: Visit, round: Round, byProcedure: boolean) {
  const procedures = byProcedure ? await listProceduresInForce(db, today) : [];
  return ({ unitId, procedureId }: { unitId: string; procedureId: string }): string => {
    const found = [...round.units, round.authority].find(({ id }) => id === unitId);
    const unit = found ? inLanguage(lang, found.name) : unitId;
    if (!byProcedure) return unit;
    if (procedureId === noProcedure) return t("samples:plan.allProcedures", { unit });
    const procedure = procedures.find(({ id }) => id === procedureId);
    return `${unit} · ${procedure ? inLanguage(lang, { vi: procedure.nameVi, en: procedure.nameEn }) : procedureId}`;
  };
}
