import { planSample, sampleProgress } from "#app/domain/samples/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { refusalSentence } from "../../sentences.ts";
import { readWish } from "./read-wish.ts";
import { type readSampleRound, stratumNames } from "./sample-round.server.ts";

/** Invitations of a stratum fewer than these are warned of. */
const fewPeople = 5;

/** What the address asks for, worked out: by stratum where there is a list, else for a number that was typed. */
export async function readPlan({ visit, round, frame }: Awaited<ReturnType<typeof readSampleRound>>) {
  const { db, lang, t, url } = visit;
  const { typed, errors, wish } = readWish(t, (name) => url.searchParams.get(name));
  const n = (count: number) => formatNumber(lang, count);
  const hasList = frame?.state === "ready";
  const population = hasList ? null : (url.searchParams.get("population") ?? "").trim().slice(0, 9);
  if (population && !/^[1-9]\d*$/.test(population)) errors.population = t("errors:field.not_a_number");

  const nameOf = hasList ? await stratumNames(visit, round, frame.strataKind === "unit_procedure") : undefined;
  const strata = nameOf
    ? (await sampleProgress(db, round.id)).map((one) => ({ stratum: nameOf(one), population: one.population }))
    : population && errors.population === undefined
      ? [{ stratum: t("samples:plan.whole"), population: Number(population) }]
      : [];
  const planned = wish && strata.length > 0 ? planSample(wish, strata) : undefined;
  return {
    round: { slug: round.slug, title: inLanguage(lang, round.title) },
    state: frame?.state ?? null,
    typed,
    errors,
    population,
    refused: planned && !planned.ok ? refusalSentence(t, planned) : null,
    plan: planned?.ok
      ? {
          answers: n(planned.value.answers),
          invited: n(planned.value.invited),
          people: planned.value.invited,
          population: n(planned.value.population),
          short: planned.value.strata.some(({ all, answers, invited }) => all && wish !== undefined && (invited * wish.responseRate) / 100 < answers),
          few: hasList && planned.value.strata.some(({ invited }) => invited < fewPeople) ? String(fewPeople) : null,
          strata: planned.value.strata.map((one) => ({
            name: one.stratum,
            population: n(one.population),
            answers: n(one.answers),
            invited: n(one.invited),
            all: one.all,
          })),
        }
      : null,
  };
}
