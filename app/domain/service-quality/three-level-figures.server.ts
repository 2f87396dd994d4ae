import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { Figure } from "../insights/figures.ts";
import { countThreeLevels } from "../surveys/index.server.ts";
import type { Levels } from "../surveys/mask-three-levels.ts";
import { readUnitLinks, type UnitLink } from "../units/index.server.ts";
import { daysOf } from "./period.ts";
import { threeLevelRows } from "./three-levels.ts";

/** `unit` null: the whole authority. Its counts are null where the line is hidden. */
export type ThreeLevelLine = { unit: UnitLink | null; quarter: string; counts: Levels | null; figures: readonly [Figure, Figure, Figure] };
export type ThreeLevelAuthority = { authority: UnitLink; lines: ThreeLevelLine[] };

/**
 * Shares of the three levels by authority, unit and quarter, the newest quarter first, units by name. Exact at this moment: slips are
 * taken all the time (Circular 01/2018), so no quarter waits for a round to end. Those of a round whose sheets are being checked are
 * in no figure until its results are published, and then without what was left out of them.
 */
export async function threeLevelFigures(db: Db, today: CivilDay): Promise<ThreeLevelAuthority[]> {
  const rounds = await countThreeLevels(db);
  const linkOn = await readUnitLinks(
    db,
    rounds.flatMap(({ authorityId, counted }) => [authorityId, ...counted.map(({ unitId }) => unitId)]),
  );
  const authorities: ThreeLevelAuthority[] = [];
  for (const authorityId of new Set(rounds.map((one) => one.authorityId))) {
    const own = rounds.filter((one) => one.authorityId === authorityId);
    const authority = linkOn(authorityId, today);
    if (!authority) continue;
    const lines: ThreeLevelLine[] = [];
    for (const { unitId, quarter, counts: levels, figures } of threeLevelRows(own)) {
      // A unit is called as it was at the end of the quarter.
      const named = unitId === null ? null : linkOn(unitId, daysOf(quarter)?.to ?? today);
      if (named !== undefined) lines.push({ unit: named, quarter, counts: levels, figures });
    }
    lines.sort((a, b) => (a.quarter === b.quarter ? collate(a.unit, b.unit) : a.quarter < b.quarter ? 1 : -1));
    if (lines.length > 0) authorities.push({ authority, lines });
  }
  return authorities.sort((a, b) => collate(a.authority, b.authority));
}

const names = new Intl.Collator("vi");
/** The authority's own line stands first. */
const collate = (a: UnitLink | null, b: UnitLink | null): number => names.compare(a?.name.vi ?? "", b?.name.vi ?? "");
