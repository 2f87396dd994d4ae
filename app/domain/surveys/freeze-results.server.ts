import type { Db } from "#db/schema/handle.ts";
import { countProfiles } from "./count-profiles.server.ts";
import { countSheets, type SheetCounts } from "./count-sheets.server.ts";
import { countSlips } from "./count-slips.server.ts";
import type { RatedUnit, Round } from "./find-round.server.ts";
import { listStrata } from "./list-strata.server.ts";
import { chooseUnits } from "./mask-beside.ts";
import { type ExcludedForReason, sumByReason } from "./sum-by-reason.ts";
import { countSetAside } from "./set-aside.server.ts";
import type { EarlierEdition, SetAside, UnitsBeside } from "./set-aside.ts";
import { countExcluded, isExcluded, isStanding, listExclusions } from "./sheet-exclusions.server.ts";
import { splitGroups } from "./split-groups.ts";
import { excludedAtLeast } from "./vocabulary.ts";

/**
 * What the figures rest on, the same bytes for the same sheets, exclusions and earlier editions: the round's template and
 * units as they were called, counts of the valid sheets sorted by unit, procedure and mode, and by profile, and what was left out.
 * @param earlier the editions before this one (`listEarlierEditions`)
 * @param standing numbers of the exclusions that count, where not those that stand now
 */
export async function freeze(
  db: Db,
  round: Round,
  { earlier = [], standing }: { earlier?: readonly EarlierEdition[]; standing?: readonly number[] } = {},
) {
  if (!round.closed) throw new Error(`The round ${round.slug} is not closed`);
  const all = await listExclusions(db, round.id);
  const exclusions = all.filter((one) => (standing ? standing.includes(one.number) : isStanding(one)));
  const part = exclusions.length === 0 ? undefined : { except: isExcluded(exclusions) };

  const counts = await countSheets(db, round.id, round.layout, part);
  const profiles = await countProfiles(db, round.id, round.layout, part);
  const setAside = await countSetAside(db, round, all, [...earlier.map((edition) => edition.exclusions), exclusions.map(({ number }) => number)]);
  const excluded = await countExcluded(db, round.id, exclusions);
  const unit = ({ slug, name }: RatedUnit) => ({ slug, name });
  return {
    hashVersion: round.closed.hashVersion,
    questionnaire: round.questionnaire,
    variant: round.variant,
    // Snapshots without this were made while an overall figure by mean was the mean of its criteria, and keep theirs.
    ...(round.variant === "mean" ? { meanOf: "factors" as const } : {}),
    authority: unit(round.authority),
    units: round.units.map(unit),
    received: round.closed.sheets,
    sheets: round.closed.sheets - excluded.reduce((sum, { sheets }) => sum + sheets, 0),
    exclusions: exclusions.map(({ number, reason, unitId, mode, fromDay, toDay, flag }) => ({
      number,
      reason,
      unit: [...round.units, round.authority].find(({ id }) => id === unitId)?.slug ?? null,
      mode,
      fromDay,
      toDay,
      flag,
      sheets: excluded.filter((one) => one.number === number).map((one) => ({ mode: one.mode, n: one.sheets })),
    })),
    counts,
    profiles,
    setAside,
    ...(setAside.length === 0 ? {} : { beside: await chooseBeside(db, round, counts, setAside, earlier) }),
  };
}

/**
 * Whether what was computed may be published beside what people saw before. Not where figures with and without the sheets that
 * were left out would tell what fewer than five people answered: then too few of them, or too few others, are left. Nor where fewer
 * than five were left out for a reason, which is published with their number.
 */
export function mayBeShown({ beside = {}, exclusions }: Pick<FrozenContent, "exclusions"> & { beside?: UnitsBeside }): boolean {
  return Object.values(beside).every((units) => units !== null) && sumByReason(exclusions).every(({ sheets }) => sheets >= excludedAtLeast);
}

type FrozenContent = { exclusions: readonly ExcludedForReason[] };

async function chooseBeside(
  db: Db,
  round: Round,
  counts: readonly SheetCounts[],
  setAside: readonly SetAside[],
  earlier: readonly EarlierEdition[],
): Promise<UnitsBeside> {
  const slips = await countSlips(db, round.id);
  const groups = splitGroups(counts, setAside, await listStrata(db, round.id));
  return Object.fromEntries(
    groups.map(({ group, counts: own, parts }) => [
      group,
      chooseUnits(
        own,
        parts,
        earlier.map((edition) => edition.beside?.[group] ?? []),
        slips,
      ),
    ]),
  );
}
