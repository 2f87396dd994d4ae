import { SampleWish } from "#app/domain/samples/schemas.ts";
import { sampleProgress, sampleTasks } from "#app/domain/samples/index.server.ts";
import { formatDay, formatInstant, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { type readSampleRound, stratumNames } from "./sample-round.server.ts";

/** The sample of a round in words and numbers. */
export async function readSample({ visit, round, frame }: Awaited<ReturnType<typeof readSampleRound>>) {
  const { db, lang, today, t } = visit;
  const n = (count: number) => formatNumber(lang, count);
  const strata = await sampleProgress(db, round.id);
  const nameOf = await stratumNames(visit, round, frame?.strataKind === "unit_procedure");
  const takesAnswers = round.state === "open" && round.opensOn <= today && today <= round.closesOn;
  const sumOf = (what: "population" | "planned" | "drawn" | "reached" | "answered") => strata.reduce((sum, one) => sum + one[what], 0);
  const rateOf = (answered: number, drawn: number) => (drawn > 0 ? formatPercent(lang, (100 * answered) / drawn) : "–");
  const line = (name: string, one: Record<"population" | "planned" | "drawn" | "reached" | "answered", number>) => ({
    name,
    population: n(one.population),
    planned: n(one.planned),
    drawn: n(one.drawn),
    reached: n(one.reached),
    answered: n(one.answered),
    rate: rateOf(one.answered, one.drawn),
  });
  const total = {
    population: sumOf("population"),
    planned: sumOf("planned"),
    drawn: sumOf("drawn"),
    reached: sumOf("reached"),
    answered: sumOf("answered"),
  };
  const wish = SampleWish.safeParse(frame?.plan);
  return {
    round: { slug: round.slug, title: inLanguage(lang, round.title) },
    takesSamples: round.modes.includes("sample"),
    isOver: (round.state !== "draft" && round.state !== "open") || round.closesOn < today,
    takesAnswers,
    list: frame && {
      state: frame.state,
      uploadedOn: formatDay(lang, frame.uploadedOn),
      fileSha256: frame.fileSha256.slice(0, 12),
      rows: n(frame.rows),
      taken: n(frame.taken),
      wrong: n(frame.wrong),
      repeated: n(frame.repeated),
    },
    draw:
      frame?.drawnAt && wish.success
        ? {
            at: formatInstant(lang, frame.drawnAt),
            plan: t("samples:drawn.planned", {
              method: t(`samples:drawn.${wish.data.method}`),
              margin: formatNumber(lang, wish.data.margin, Number.isInteger(wish.data.margin) ? 0 : 1),
              rate: formatPercent(lang, wish.data.responseRate, 0),
              allocation: t(`samples:drawn.${wish.data.allocation}`),
            }),
            seed: frame.seed ?? "",
            listMark: frame.listSha256 ?? "",
            drawMark: frame.drawSha256 ?? "",
            erasedOn: frame.erasedOn ? formatDay(lang, frame.erasedOn) : null,
            strata: strata.map((one) => line(nameOf(one), one)),
            sum: line(t("samples:plan.sum"), total),
          }
        : null,
    tasks: frame?.drawnAt && takesAnswers ? await sampleTasks(db, round.id, today) : null,
  };
}

export type SampleView = Awaited<ReturnType<typeof readSample>>;
