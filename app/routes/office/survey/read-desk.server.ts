import { mayIn, type Official } from "#app/domain/people/official.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { listRounds } from "#app/domain/surveys/index.server.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/**
 * Open rounds with the units the official may hand slips out for, and the procedures of their authorities.
 * @param mode only rounds that take answers this way; a desk slip is taken by any
 */
export async function readDesk({ db, lang, official, today }: Visit & { official: Official }, mode?: SheetMode) {
  const rounds = (await listRounds(db, official)).filter(
    (round) => round.state === "open" && round.closesOn >= today && (mode === undefined || round.modes.includes(mode)),
  );
  const places = rounds.flatMap((round) => {
    const units = round.units.filter((unit) => mayIn(official, "slips.issue", unit.id));
    // One choice for both: a unit belongs to its round.
    return units.length === 0
      ? []
      : [
          {
            label: inLanguage(lang, round.title),
            choices: units.map((unit) => ({ value: `${round.slug}/${unit.slug}`, label: inLanguage(lang, unit.name) })),
          },
        ];
  });
  const authorities = [...new Map(rounds.map((round) => [round.authority.slug, inLanguage(lang, round.authority.name)]))];
  const procedures = await Promise.all(
    authorities.map(async ([slug, label]) => {
      const { items } = await listPublic(db, "procedure", { authority: slug }, { limit: 100 });
      return { label, choices: items.map((item) => ({ value: item.slug, label: inLanguage(lang, item.content.name) })) };
    }),
  );
  return { places, procedures: procedures.filter(({ choices }) => choices.length > 0) };
}
