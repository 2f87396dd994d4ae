import { asc, desc, eq } from "drizzle-orm";
import { resultSnapshots, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countProfiles, type ProfileCounts } from "./count-profiles.server.ts";
import { countAllSheets, countSheets, type SheetCounts } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import type { CountedGroup } from "./group-figures.ts";
import { maskCounts } from "./mask-counts.ts";
import { isFrozen } from "./rules.ts";
import { noProcedure } from "./sheet-marks.server.ts";
import { groupOfMode, modeGroups } from "./vocabulary.ts";
import { countByStratum, type SampleStratum, weighSample } from "./weigh-sample.ts";

type Kept = { state: string; groups: CountedGroup[] };

const kept = new WeakMap<Db, Map<string, Kept>>();
const roundsKept = 40;

/**
 * The counts of a round and what of them may be shown, apart for those who chose to answer and those who were drawn.
 * Kept by each process for as long as the round has the same number of sheets, so that reading costs one small count.
 */
export async function countedGroups(db: Db, round: Round): Promise<CountedGroup[]> {
  const rounds = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, rounds);
  const frozen = isFrozen(round.state);
  const state = frozen ? `snapshot ${await newestSnapshot(db, round)}` : `${await countAllSheets(db, round.id)} sheets`;
  const before = rounds.get(round.id);
  if (before?.state === state) return before.groups;

  const groups = toGroups(frozen ? await frozenCounts(db, round) : await liveCounts(db, round), await listStrata(db, round.id));
  rounds.delete(round.id);
  rounds.set(round.id, { state, groups });
  const [oldest] = rounds.keys();
  if (rounds.size > roundsKept && oldest !== undefined) rounds.delete(oldest);
  return groups;
}

/** There is always the group of those who chose to answer, though it be empty; drawn ones only where somebody was drawn. */
function toGroups({ counts, profiles = [] }: RoundCounts, strata: readonly SampleStratum[]): CountedGroup[] {
  return modeGroups.flatMap((group) => {
    const own = counts.filter((cell) => groupOfMode[cell.mode] === group);
    if (own.length === 0 && group === "drawn") return [];
    const weighted = group === "drawn" && strata.length > 0 ? countByStratum(own, strata) : undefined;
    const mask = maskCounts(weighted ?? own);
    const weights = weighted && weighSample(weighted, strata, mask);
    return [{ group, counts: weighted ?? own, profiles: profiles.filter((one) => one.group === group), mask, weights }];
  });
}

/** What people were drawn from; none where nobody was, or by other means than the portal's. */
async function listStrata(db: Db, roundId: string): Promise<SampleStratum[]> {
  const rows = await db
    .select({ unitId: sampleStrata.unitId, procedureId: sampleStrata.procedureId, population: sampleStrata.population })
    .from(sampleStrata)
    .where(eq(sampleStrata.roundId, roundId))
    .orderBy(asc(sampleStrata.unitId), asc(sampleStrata.procedureId));
  return rows.map((row) => ({ ...row, procedureId: row.procedureId === noProcedure ? null : row.procedureId }));
}

async function newestSnapshot(db: Db, round: Round): Promise<string> {
  const [snapshot] = await db
    .select({ id: resultSnapshots.id })
    .from(resultSnapshots)
    .where(eq(resultSnapshots.roundId, round.id))
    .orderBy(desc(resultSnapshots.version))
    .limit(1);
  if (!snapshot) throw new Error(`The closed round ${round.slug} has no frozen counts`);
  return snapshot.id;
}

/** `profiles` is missing in rounds that were frozen before they were counted. */
type RoundCounts = { counts: readonly SheetCounts[]; profiles?: readonly ProfileCounts[] };

async function liveCounts(db: Db, round: Round): Promise<RoundCounts> {
  const counts = await countSheets(db, round.id, round.layout);
  return { counts, profiles: await countProfiles(db, round.id, round.layout) };
}

async function frozenCounts(db: Db, round: Round): Promise<RoundCounts> {
  const [snapshot] = await db
    .select()
    .from(resultSnapshots)
    .where(eq(resultSnapshots.id, await newestSnapshot(db, round)));
  return snapshot ? (snapshot.content as RoundCounts) : { counts: [] };
}
