import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Localised } from "../publishing/index.server.ts";
import { countedGroups } from "./counted-groups.server.ts";
import { compareWithLastRound, type RoundComparison } from "./compare-rounds.server.ts";
import { countSlips } from "./count-slips.server.ts";
import { type DrawnUnit, listDrawnUnits } from "./drawn-units.server.ts";
import { type ExcludedSheets, excludedSheets } from "./excluded-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import { type FrozenResults, listFrozenResults } from "./frozen-results.server.ts";
import { listTrend, type TrendStep } from "./headlines.server.ts";
import { maskUsedSlips, type ShownSlips } from "./mask-used-slips.ts";
import { nameProcedures } from "./round-form.server.ts";
import { figuresIn, type GroupFigures } from "./round-figures.server.ts";

/** A unit or procedure of a round and its figures in each group, in the groups' order. */
export type PlaceFigures = { slug: string; name: Localised; groups: GroupFigures[] };

/** All that a round's report is made of, in no language yet. */
export type RoundReport = {
  round: Round;
  groups: GroupFigures[];
  /** Empty where the round rates one unit only. */
  units: PlaceFigures[];
  procedures: PlaceFigures[];
  /** Desk slips handed out and used, as far as that may be published. */
  slips: ShownSlips;
  /** What people were drawn from; empty where nobody was. */
  drawn: DrawnUnit[];
  trend: TrendStep[];
  /** Each group beside the round before. */
  comparisons: RoundComparison[];
  /** Newest first; empty while the round takes answers. */
  frozen: FrozenResults[];
  /** Sheets that are in no figure. */
  excluded: ExcludedSheets[];
  /** Civil day the figures are of: the freeze, or `now` while sheets come in. */
  day: string;
};

/**
 * The figures of a round, of each of its units and of each of its procedures, all of one moment: sheets that come in
 * while a report is made are in every table of it or in none.
 */
export async function readRoundReport(db: Db, round: Round, now: Date): Promise<RoundReport> {
  return db.transaction(
    async (tx) => {
      const counted = await countedGroups(tx, round);
      const all = figuresIn(round, counted);
      const units: PlaceFigures[] = [];
      for (const { id, slug, name } of round.units.length > 1 ? round.units : []) {
        units.push({ slug, name, groups: figuresIn(round, counted, { unitId: id }).groups });
      }
      const procedures: PlaceFigures[] = [];
      for (const { id, slug, name } of await nameProcedures(tx, all.procedureIds)) {
        procedures.push({ slug, name, groups: figuresIn(round, counted, { procedureId: id }).groups });
      }
      const frozen = await listFrozenResults(tx, round.id);
      return {
        round,
        groups: all.groups,
        units,
        procedures,
        // Slips used are of all sheets that came in, whatever was left out later: they are told as they were.
        slips: maskUsedSlips(
          await countSlips(tx, round.id),
          counted.map(({ group, mask }) => ({ group, ...mask.received })),
        ),
        drawn: await listDrawnUnits(tx, round.id),
        comparisons: await compareWithLastRound(tx, round, all.groups),
        trend: await listTrend(tx, round.authority.slug, civilDay(now)),
        frozen,
        excluded: await excludedSheets(tx, round),
        day: civilDay(frozen[0]?.frozenAt ?? now),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
