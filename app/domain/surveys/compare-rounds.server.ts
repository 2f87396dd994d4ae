import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { compareFigures, type FigureComparison } from "../insights/compare-figures.ts";
import type { Figure } from "../insights/figures.ts";
import { findRound, type Round } from "./find-round.server.ts";
import type { GroupFigures } from "./group-figures.ts";
import { roundFigures } from "./round-figures.server.ts";
import type { ModeGroup } from "./vocabulary.ts";

/** How a group of a round stands to the same group of the published round before. */
export type RoundComparison = {
  group: ModeGroup;
  before: { slug: string; title: { vi: string; en: string }; overall: Figure };
  /** Null where the questionnaire changed in between: then nothing is compared. */
  comparison: FigureComparison | null;
  /** Both asked about the same units; else a difference may come from others being asked about. */
  sameUnits: boolean;
};

/**
 * Compares the overall figures with those of the newest published round of the authority that closed before this one opened and
 * asked by the same version of the questionnaire; where there is none, with nothing, and names the newest one there is.
 */
export async function compareWithLastRound(db: Db, round: Round, groups: readonly GroupFigures[]): Promise<RoundComparison[]> {
  const [last] = await db
    .select({ slug: rounds.slug })
    .from(rounds)
    .where(and(eq(rounds.authorityId, round.authority.id), inArray(rounds.state, ["published", "archived"]), lt(rounds.closesOn, round.opensOn)))
    .orderBy(desc(eq(rounds.questionnaireVersionId, round.versionId)), desc(rounds.closesOn), desc(rounds.slug))
    .limit(1);
  const before = last && (await findRound(db, last.slug));
  if (!before) return [];

  const { groups: earlier } = await roundFigures(db, before);
  const asked = new Set(before.units.map(({ id }) => id));
  const sameUnits = round.units.length === asked.size && round.units.every(({ id }) => asked.has(id));
  return groups.flatMap(({ group, overall }) => {
    const own = earlier.find((one) => one.group === group)?.overall;
    if (!own || own.suppressed || overall.suppressed) return [];
    const comparable = before.versionId === round.versionId && own.metric === overall.metric && own.version === overall.version;
    return [
      {
        group,
        before: { slug: before.slug, title: before.title, overall: own },
        comparison: comparable ? compareFigures(overall, own) : null,
        sameUnits,
      },
    ];
  });
}
