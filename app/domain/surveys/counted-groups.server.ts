import { and, desc, eq } from "drizzle-orm";
import { resultEditions, resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countProfiles, type ProfileCounts } from "./count-profiles.server.ts";
import { countAllSheets, countSheetsSoFar, type SheetCounts } from "./count-sheets.server.ts";
import { levelsMayBeShown } from "./count-three-levels.server.ts";
import type { Round } from "./find-round.server.ts";
import type { CountedGroup } from "./group-figures.ts";
import { listStrata } from "./list-strata.server.ts";
import { type BesideMask, maskBeside } from "./mask-beside.ts";
import { isFinal, isFrozen } from "./rules.ts";
import { listEditionExclusions } from "./set-aside.server.ts";
import type { SetAside, UnitsBeside } from "./set-aside.ts";
import { splitGroups } from "./split-groups.ts";
import type { IndexVariant } from "./vocabulary.ts";
import { type SampleStratum, weighSample } from "./weigh-sample.ts";

/**
 * The counts of one group, and what of its round was left out of some of its figures. `hidesLevels`: beside what was shown by
 * quarter, three-level slips as a whole would tell too much (`mask-three-levels.ts`).
 */
export type CountedRoundGroup = CountedGroup & { mask: BesideMask; setAside: readonly SetAside[]; hidesLevels: boolean };

/**
 * Which figures of a round are meant. `public`: those of this moment while it takes answers, none while its sheets are checked
 * and computed, the newest edition afterwards. `computed`: the newest computation, for who approves it. `received`: all sheets
 * that came in, for who checks them. Or an earlier edition.
 */
export type FiguresOf = "public" | "computed" | "received" | { edition: number };

type Kept = { state: string; groups: CountedRoundGroup[] };

/** By round and which figures. Ids are random, so that they are the same for every connection and transaction. */
const kept = new Map<string, Kept>();
const roundsKept = 200;

/**
 * The counts of a round and what of them may be shown, apart for those who chose to answer and those who were drawn.
 * Kept by each process for as long as the round has the same number of sheets, so that reading costs one small count.
 */
export async function countedGroups(db: Db, round: Round, of: FiguresOf = "public"): Promise<CountedRoundGroup[]> {
  const isLive = of === "received" || (of === "public" && !isFrozen(round.state));
  const snapshotId = isLive ? null : await snapshotOf(db, round, of);
  if (!isLive && snapshotId === null) return toGroups({ counts: [] }, []);
  const state = snapshotId === null ? `${await countAllSheets(db, round.id)} sheets` : `snapshot ${snapshotId}`;
  const key = `${round.id} ${typeof of === "string" ? of : of.edition}`;
  const before = kept.get(key);
  if (before?.state === state) return before.groups;

  const counts = snapshotId === null ? await liveCounts(db, round) : await frozenCounts(db, snapshotId);
  const hidesLevels = (counts.setAside ?? []).length > 0 && !(await levelsMayBeShown(db, round, await versionsBehind(db, round, of, counts)));
  const groups = toGroups(counts, await listStrata(db, round.id), hidesLevels);
  kept.delete(key);
  kept.set(key, { state, groups });
  const [oldest] = kept.keys();
  if (kept.size > roundsKept && oldest !== undefined) kept.delete(oldest);
  return groups;
}

function toGroups(
  { counts, profiles = [], setAside = [], beside, variant, meanOf }: RoundCounts,
  strata: readonly SampleStratum[],
  hidesLevels = false,
): CountedRoundGroup[] {
  const meanOfCriteria = variant === "mean" && meanOf === undefined;
  const known = setAside.map((part) => ({ ...part, leftOutBefore: part.leftOutBefore ?? [] }));
  return splitGroups(counts, known, strata).map(({ group, counts: own, isWeighted, setAside: ofThem, parts }) => {
    const mask = maskBeside(own, parts, beside === undefined ? [] : (beside[group] ?? null));
    return {
      group,
      counts: own,
      profiles: profiles.filter((one) => one.group === group),
      mask,
      weights: isWeighted ? weighSample(own, strata, mask) : undefined,
      setAside: ofThem,
      meanOfCriteria,
      hidesLevels: hidesLevels && group === "self_selected",
    };
  });
}

/** The snapshot that holds these figures; null where there are none (yet). */
async function snapshotOf(db: Db, round: Round, of: Exclude<FiguresOf, "received">): Promise<string | null> {
  if (of === "computed") {
    const [newest] = await db
      .select({ id: resultSnapshots.id })
      .from(resultSnapshots)
      .where(eq(resultSnapshots.roundId, round.id))
      .orderBy(desc(resultSnapshots.version))
      .limit(1);
    return newest?.id ?? null;
  }
  if (of === "public" && !isFinal(round.state)) return null;
  const [edition] = await db
    .select({ id: resultEditions.snapshotId })
    .from(resultEditions)
    .where(and(eq(resultEditions.roundId, round.id), of === "public" ? undefined : eq(resultEditions.edition, of.edition)))
    .orderBy(desc(resultEditions.edition))
    .limit(1);
  if (!edition && of === "public") throw new Error(`The published round ${round.slug} has no edition`);
  return edition?.id ?? null;
}

/** What is frozen behind these figures; null while sheets come in, are checked or are computed. */
export async function findSnapshotContent(db: Db, round: Round, of: FiguresOf): Promise<Record<string, unknown> | null> {
  const id = of === "received" ? null : await snapshotOf(db, round, of);
  if (id === null) return null;
  const [snapshot] = await db.select({ content: resultSnapshots.content }).from(resultSnapshots).where(eq(resultSnapshots.id, id));
  return snapshot?.content ?? null;
}

/**
 * `profiles` is missing in rounds that were frozen before they were counted, `setAside` where nothing was left out. `beside`
 * and `leftOutBefore` are missing where sheets were left out before units shown were kept: then no unit that lost sheets is
 * shown. What is frozen says its `variant`, and by `mean` that the whole is the mean of factors (`meanOf`), which it was not always.
 */
type RoundCounts = {
  counts: readonly SheetCounts[];
  profiles?: readonly ProfileCounts[];
  setAside?: readonly (Omit<SetAside, "leftOutBefore"> & Partial<Pick<SetAside, "leftOutBefore">>)[];
  beside?: UnitsBeside;
  exclusions?: readonly { number: number }[];
  variant?: IndexVariant;
  meanOf?: "factors";
};

/** Which exclusions each edition left out that people had seen when these figures were the newest, theirs last. */
async function versionsBehind(db: Db, round: Round, of: FiguresOf, { exclusions = [] }: RoundCounts): Promise<number[][]> {
  const editions = await listEditionExclusions(db, round.id);
  const seen = typeof of === "string" ? editions : editions.slice(0, of.edition);
  return [...seen, exclusions.map(({ number }) => number)];
}

/** Of one moment: a sheet that came in between the two would be in profiles and not among the sheets. */
async function liveCounts(db: Db, round: Round): Promise<RoundCounts> {
  return db.transaction(
    async (tx) => {
      const counts = await countSheetsSoFar(tx, round.id, round.layout);
      return { counts, profiles: await countProfiles(tx, round.id, round.layout) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function frozenCounts(db: Db, snapshotId: string): Promise<RoundCounts> {
  const [snapshot] = await db.select({ content: resultSnapshots.content }).from(resultSnapshots).where(eq(resultSnapshots.id, snapshotId));
  if (!snapshot) throw new Error("The frozen counts are gone");
  return snapshot.content as RoundCounts;
}
