import type { Db } from "#db/schema/handle.ts";
import type { Figure } from "../insights/figures.ts";
import type { Localised } from "../publishing/index.server.ts";
import type { Place } from "./mask-counts.ts";
import { listRoundsIn, type Round } from "./find-round.server.ts";
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
  target: number | null;
  group: ModeGroup;
  /** n is the number of sheets. */
  overall: Figure;
};

/** The newest round of each authority that has begun by `today` and can show its overall figure; by the authority's name. */
export async function latestHeadlines(db: Db, today: string): Promise<Headline[]> {
  const begun = (await listRoundsIn(db, ["open", "published", "archived"])).filter((round) => round.opensOn <= today);
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

async function firstShown(db: Db, rounds: readonly Round[]): Promise<Headline | undefined> {
  for (const round of rounds) {
    const shown = await overallOf(db, round);
    if (!shown) continue;
    const { slug, title, state, closesOn, target, authority } = round;
    return {
      roundSlug: slug,
      title,
      state,
      final: isFinal(state),
      authority: { slug: authority.slug, name: authority.name },
      closesOn,
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
  breakWhy: "questionnaire" | "respondents" | null;
};

/** The overall figure of an authority's published rounds, oldest first. */
export async function listTrend(db: Db, authoritySlug: string): Promise<TrendStep[]> {
  const published = await listRoundsIn(db, ["published", "archived"]);
  return stepsOf(
    db,
    published.filter((round) => round.authority.slug === authoritySlug),
    {},
  );
}

/** The overall figure of a unit or a procedure in the published rounds that may show it, oldest first. @param place one of both, by id */
export async function listTrendOf(db: Db, place: Place): Promise<TrendStep[]> {
  const published = await listRoundsIn(db, ["published", "archived"]);
  const about = published.filter(({ units, authority }) => place.unitId === undefined || [...units, authority].some(({ id }) => id === place.unitId));
  const [newest] = about;
  // Rounds of two authorities are not one line, also where both ask about one procedure.
  return stepsOf(
    db,
    about.filter(({ authority }) => authority.id === newest?.authority.id),
    place,
  );
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
    const breakWhy = before && before.versionId !== round.versionId ? "questionnaire" : changed ? "respondents" : null;
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
