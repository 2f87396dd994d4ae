import type { Db } from "#db/schema/handle.ts";
import type { Figure } from "../insights/figures.ts";
import type { Localised } from "../publishing/index.server.ts";
import type { Place } from "./mask-counts.ts";
import { listNewestRounds, listRoundsAbout, type Rated, type Round } from "./find-round.server.ts";
import { roundFigures } from "./round-figures.server.ts";
import { isFinal } from "./rules.ts";
import type { ModeGroup, RoundState } from "./vocabulary.ts";

/** What stands first about an authority: its newest round that can show a figure. */
export type Headline = {
  roundSlug: string;
  title: { vi: string; en: string };
  state: RoundState;
  /** A leader approved the figure; before that it is provisional. */
  final: boolean;
  authority: { slug: string; name: Localised };
  closesOn: string;
  keyingUntil: string | null;
  target: number | null;
  group: ModeGroup;
  /** n is the number of sheets. */
  overall: Figure;
};

const shownStates = ["open", "published", "archived"] as const;

/** The newest round of each authority that has begun by `today` and can show its overall figure; by the authority's name. */
export async function latestHeadlines(db: Db, today: string): Promise<Headline[]> {
  const begun = await listNewestRounds(db, shownStates, today);
  const authorities = [...new Set(begun.map((round) => round.authority.slug))];
  const headlines = await Promise.all(
    authorities.map((slug) =>
      firstShown(
        db,
        begun.filter((round) => round.authority.slug === slug),
      ),
    ),
  );
  return headlines.filter((one) => one !== undefined).sort((a, b) => a.authority.name.vi.localeCompare(b.authority.name.vi, "vi"));
}

/**
 * How an authority stands as a whole, or a unit or procedure in the rounds that ask about it: the newest figure that may be shown,
 * and those of the published rounds of the same authority, oldest first. Both of the same people and sheets.
 */
export async function standingOf(db: Db, rated: Rated, today: string): Promise<{ latest: Headline | undefined; trend: TrendStep[] }> {
  const place = "authority" in rated ? {} : rated;
  const begun = await listRoundsAbout(db, rated, shownStates, today);
  const latest = await firstShown(db, begun, place);
  if (!latest) return { latest, trend: [] };
  // Rounds of two authorities are not one line, also where both ask about one unit or procedure.
  const line = begun.filter(({ authority, state }) => authority.slug === latest.authority.slug && isFinal(state));
  return { latest, trend: await stepsOf(db, line, place) };
}

async function firstShown(db: Db, rounds: readonly Round[], place: Place = {}): Promise<Headline | undefined> {
  for (const round of rounds) {
    const shown = await overallOf(db, round, place);
    if (!shown) continue;
    const { slug, title, state, closesOn, keyingUntil, target, authority } = round;
    return {
      roundSlug: slug,
      title,
      state,
      final: isFinal(state),
      authority: { slug: authority.slug, name: authority.name },
      closesOn,
      keyingUntil,
      target,
      ...shown,
    };
  }
  return undefined;
}

export type TrendStep = {
  roundSlug: string;
  title: { vi: string; en: string };
  closesOn: string;
  group: ModeGroup;
  overall: Figure;
  /** The two must not be joined: another questionnaire or version than the step before, or other people asked. */
  breakBefore: boolean;
  breakWhy: "questionnaire" | "respondents" | "method" | null;
};

/** The overall figure of an authority's published rounds that had begun by `today`, oldest first. */
export async function listTrend(db: Db, authoritySlug: string, today: string): Promise<TrendStep[]> {
  return stepsOf(db, await listRoundsAbout(db, { authority: authoritySlug }, ["published", "archived"], today), {});
}

/** @param newestFirst rounds of one authority */
async function stepsOf(db: Db, newestFirst: readonly Round[], place: Place): Promise<TrendStep[]> {
  const steps: TrendStep[] = [];
  let before: Round | undefined;
  for (const round of [...newestFirst].reverse()) {
    const shown = await overallOf(db, round, place);
    if (!shown) continue;
    const { slug, title, closesOn } = round;
    const last = steps.at(-1);
    const changed = last !== undefined && (last.group !== shown.group || last.overall.metric !== shown.overall.metric);
    const differently = last !== undefined && last.overall.version !== shown.overall.version;
    const breakWhy = before && before.versionId !== round.versionId ? "questionnaire" : changed ? "respondents" : differently ? "method" : null;
    steps.push({ roundSlug: slug, title, closesOn, ...shown, breakBefore: breakWhy !== null, breakWhy });
    before = round;
  }
  return steps;
}

/** The overall figure of those who were drawn, else of those who chose to answer; undefined where it may not be shown. */
async function overallOf(db: Db, round: Round, place: Place = {}): Promise<{ group: ModeGroup; overall: Figure } | undefined> {
  const { groups } = await roundFigures(db, round, place);
  const shown = groups.filter(({ overall }) => overall.value !== null);
  const first = shown.find(({ group }) => group === "drawn") ?? shown[0];
  return first && { group: first.group, overall: first.overall };
}
