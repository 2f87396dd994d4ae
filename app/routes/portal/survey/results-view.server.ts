import type { Language } from "#app/domain/content/vocabulary.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { rankFigures } from "#app/domain/insights/compare-figures.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import type { Edition, GroupFigures, Round, RoundComparison } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { hasPriorities } from "./priorities.ts";

/** One bar: its name, its figure, and where it leads. */
export type Bar = { code: string; label: string; figure: Figure };

/** The figures of one group in one language, as the charts take them. */
export function groupView(lang: Language, round: Round, group: GroupFigures) {
  const say = (text: { vi: string; en: string | null }) => inLanguage(lang, text);
  return {
    group: group.group,
    showing: group.showing,
    headline: headlineOf(group),
    sheets: group.sheets,
    sample: group.sample,
    overall: group.overall,
    byTransactions: group.byTransactions,
    priorities: hasPriorities(group),
    dissatisfaction: group.dissatisfaction,
    factors: group.factors.map(({ code, name, figure }): Bar => ({ code, label: say(name), figure })),
    policy: group.policy && {
      overall: group.policy.overall,
      dissatisfaction: group.policy.dissatisfaction,
      factors: group.policy.factors.map(({ code, name, figure }): Bar => ({ code, label: say(name), figure })),
    },
    criteria: group.criteria.map(({ code, text, figure, levels }, index) => ({
      code,
      label: `${index + 1}. ${say(text).replace(/\.$/, "")}`,
      figure,
      levels,
    })),
    units: group.units.map(({ slug, name, figure }): Bar => ({ code: slug, label: slug === round.authority.slug ? "" : say(name), figure })),
    /** In the order of the units; null where nothing may be ranked. */
    ranks: group.units.length > 1 ? rankFigures(group.units.map(({ figure }) => figure)) : null,
    modes: group.modes.map(({ mode, figure }) => ({ mode, figure })),
    choices: group.choices.map(({ code, kind, text, base, options }) => ({
      code,
      kind,
      text: say(text),
      base,
      options: options.map(({ label, count, figure }) => ({ label: say(label), count, figure })),
    })),
    profiles: group.profiles.map(({ code, text, options }) => ({
      code,
      text: say(text),
      bars: options.map((option): Bar => ({ code: option.code, label: say(option.label), figure: option.figure })),
    })),
  };
}

/** What stands first: the overall figure, that it is hidden, or nothing where the form has no five-level question. */
function headlineOf({ showing, criteria, choices }: GroupFigures): "figure" | "hidden" | "none" {
  if (showing !== "nothing") return "figure";
  return criteria.length === 0 && choices.some(({ base }) => base !== null) ? "none" : "hidden";
}

export type GroupView = ReturnType<typeof groupView>;

/** What a results page says about its round, whatever the figures. */
export function roundFacts(lang: Language, round: Round) {
  const { questionnaire } = round.layout;
  return {
    slug: round.slug,
    title: inLanguage(lang, round.title),
    state: round.state,
    authority: { slug: round.authority.slug, name: inLanguage(lang, round.authority.name) },
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    keyingUntil: round.keyingUntil,
    target: round.target,
    modes: round.modes,
    variant: round.variant,
    questionnaire: { title: inLanguage(lang, questionnaire.title), version: round.questionnaire.version },
    levels: questionnaire.scale.map(({ label }) => inLanguage(lang, label)),
  };
}

export type RoundFacts = ReturnType<typeof roundFacts>;

/** The comparison with the last round in one language. */
export function comparisonView(lang: Language, { group, before, comparison, sameUnits }: RoundComparison) {
  return { group, comparison, sameUnits, before: { slug: before.slug, title: inLanguage(lang, before.title), overall: before.overall } };
}

export type ComparisonView = ReturnType<typeof comparisonView>;

/** The published editions in one language, newest first; empty where nothing was ever corrected. */
export function editionsView(lang: Language, editions: readonly Edition[]) {
  if (editions.length < 2) return [];
  return editions.map(({ edition, publishedAt, note, overall }) => ({
    number: edition,
    day: civilDay(publishedAt),
    note: note && inLanguage(lang, note),
    overall: overall.map(({ group, sheets, figure }) => ({ group, sheets, value: figure.value })),
  }));
}

export type EditionView = ReturnType<typeof editionsView>[number];
