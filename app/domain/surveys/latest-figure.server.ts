import type { Db } from "#db/schema/handle.ts";
import { listRoundsIn } from "./find-round.server.ts";
import type { Headline } from "./headlines.server.ts";
import type { Place } from "./mask-counts.ts";
import { roundFigures } from "./round-figures.server.ts";
import { isFinal } from "./rules.ts";

/**
 * The newest overall figure that may be shown of a unit or a procedure: of those who were drawn, else of those who chose
 * to answer. Undefined while no round has enough sheets about it. @param place one unit or one procedure, by id
 */
export async function latestFigureOf(db: Db, place: Place, today: string): Promise<Headline | undefined> {
  const rounds = (await listRoundsIn(db, ["open", "published", "archived"])).filter((round) => round.opensOn <= today);
  for (const round of rounds) {
    if (place.unitId && !round.units.some((unit) => unit.id === place.unitId)) continue;
    const { groups } = await roundFigures(db, round, place);
    const shown = groups.filter(({ overall }) => !overall.suppressed);
    const first = shown.find(({ group }) => group === "drawn") ?? shown[0];
    if (!first) continue;
    const { slug, title, state, closesOn, target, authority } = round;
    const { group, overall } = first;
    return {
      roundSlug: slug,
      title,
      state,
      final: isFinal(state),
      authority: { slug: authority.slug, name: authority.name },
      closesOn,
      target,
      group,
      overall,
    };
  }
  return undefined;
}
