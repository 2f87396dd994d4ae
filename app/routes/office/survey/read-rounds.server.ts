import { mayIn, type Official } from "#app/domain/people/official.ts";
import { countSheetsByDay, listQuestionnaires, listRounds } from "#app/domain/surveys/index.server.ts";
import { roundDue } from "#app/domain/surveys/rounds-due.ts";
import { usualTarget } from "#app/domain/surveys/vocabulary.ts";
import { listUnitsInForce, type UnitInForce } from "#app/domain/units/index.server.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** Rounds with their number of sheets, and what a new one can be made of where the official may make one. */
export async function readRounds({ db, lang, official, today, t }: Visit & { official: Official }, chosen: string | null) {
  const [list, inForce] = await Promise.all([listRounds(db, official), listUnitsInForce(db, today, { internal: true })]);
  const rounds = await Promise.all(
    list.map(async (round) => ({
      slug: round.slug,
      title: inLanguage(lang, round.title),
      authority: inLanguage(lang, round.authority.name),
      state: round.state,
      stage: round.stage,
      period: t("surveys:office.periodDays", { from: formatDay(lang, round.opensOn), to: formatDay(lang, round.closesOn) }),
      sheets: formatNumber(
        lang,
        (await countSheetsByDay(db, round.id)).reduce((sum, { n }) => sum + n, 0),
      ),
    })),
  );

  const name = (unit: (typeof inForce)[number]) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const roots = inForce.filter((unit) => unit.authorityId === null && mayIn(official, "surveys.manage", unit.id));
  const root = roots.length === 1 ? roots[0] : roots.find(({ slug }) => slug === chosen);
  return {
    rounds,
    due: roots.flatMap((unit) => {
      const due = roundDue(
        // Slips of three levels after a visit are no survey of the half-year.
        list.filter(({ authority, layout }) => authority.id === unit.id && layout.scale.length > 0),
        today,
      );
      return due ? [{ authority: name(unit), half: due.half, year: String(due.year), lastDay: formatDay(lang, due.lastDay) }] : [];
    }),
    authorities: roots.map((unit) => ({ value: unit.slug, label: name(unit) })),
    draft: root ? { ...(await readChoices({ db, lang, t }, root, inForce)), target: usualTarget } : null,
  };
}

/** What the rounds of an authority can be made of. */
export async function readChoices(
  { db, lang, t }: Pick<Visit, "db" | "lang" | "t">,
  root: { id: string; slug: string },
  inForce: readonly UnitInForce[],
) {
  return {
    authority: root.slug,
    consent: { consentVi: i18nFor("vi").t("life:consent.usual"), consentEn: i18nFor("en").t("life:consent.usual") },
    units: inForce
      .filter((unit) => unit.authorityId === root.id)
      .map((unit) => ({ value: unit.slug, label: inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) })),
    questionnaires: (await listQuestionnaires(db)).map(({ versionId, title, version }) => ({
      value: versionId,
      label: t("surveys:office.questionnaireVersion", { title: inLanguage(lang, title), version: String(version) }),
    })),
  };
}

export type RoundLine = Awaited<ReturnType<typeof readRounds>>["rounds"][number];
