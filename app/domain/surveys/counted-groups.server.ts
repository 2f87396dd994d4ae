import { desc, eq } from "drizzle-orm";
import { resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countAllSheets, countSheets, type SheetCounts } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import { type CountsMask, maskCounts } from "./mask-counts.ts";
import { isFrozen } from "./rules.ts";
import { groupOfMode, type ModeGroup, modeGroups } from "./vocabulary.ts";

export type CountedGroup = { group: ModeGroup; counts: readonly SheetCounts[]; mask: CountsMask };
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

  const groups = toGroups(frozen ? await frozenCounts(db, round) : await countSheets(db, round.id, round.layout));
  rounds.delete(round.id);
  rounds.set(round.id, { state, groups });
  const [oldest] = rounds.keys();
  if (rounds.size > roundsKept && oldest !== undefined) rounds.delete(oldest);
  return groups;
}

/** There is always the group of those who chose to answer, though it be empty; drawn ones only where somebody was drawn. */
function toGroups(counts: readonly SheetCounts[]): CountedGroup[] {
  return modeGroups.flatMap((group) => {
    const own = counts.filter((cell) => groupOfMode[cell.mode] === group);
    return own.length === 0 && group === "drawn" ? [] : [{ group, counts: own, mask: maskCounts(own) }];
  });
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

async function frozenCounts(db: Db, round: Round): Promise<SheetCounts[]> {
  const [snapshot] = await db
    .select()
    .from(resultSnapshots)
    .where(eq(resultSnapshots.id, await newestSnapshot(db, round)));
  return snapshot ? (snapshot.content as { counts: SheetCounts[] }).counts : [];
}
