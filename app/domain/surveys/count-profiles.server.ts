import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import type { SheetsPart } from "./count-sheets.server.ts";
import { profileCountsOf } from "./profile-counts.server.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { countedBy } from "./sheet-marks.server.ts";
import { type ModeGroup, modeGroups } from "./vocabulary.ts";

/** Answers on the five-level scale of those who chose one option of one profile question, in a whole round. */
export type ProfileCounts = {
  group: ModeGroup;
  /** Place of the profile question in `layout.choices`. */
  place: number;
  /** Number of the option, from 1. */
  option: number;
  /** Sheets that count for the overall index. */
  reached: number;
  levels: readonly LevelCounts[];
};

/** The counts by profile of a round, or of a part: tallies plus the sheets that are not folded yet, in one statement. Sorted. */
export async function countProfiles(db: Db, roundId: string, layout: SheetLayout, part?: SheetsPart): Promise<ProfileCounts[]> {
  const those = (condition: SQL) => sql`(select mode, answers, choices from sheets where round_id = ${roundId} and ${condition})`;
  const columns = sql`mode_group, place, option, question, value`;
  const all = sql`
    select ${columns}, n from profile_tallies where round_id = ${roundId}
    union all
    select ${columns}, n from ${profileCountsOf(layout, those(sql`not folded`))} as unfolded`;
  const parts = !part
    ? all
    : "only" in part
      ? sql`select ${columns}, n from ${profileCountsOf(layout, those(part.only))} as chosen`
      : sql`${all} union all select ${columns}, -n from ${profileCountsOf(layout, those(part.except))} as left_out`;
  const rows = await db
    .select({
      group: sql<string>`mode_group`,
      place: sql<number>`place`.mapWith(Number),
      option: sql<number>`option`.mapWith(Number),
      question: sql<number>`question`.mapWith(Number),
      value: sql<number>`value`.mapWith(Number),
      n: sql<number>`sum(n)`.mapWith(Number),
    })
    .from(sql`(${parts}) as both_parts`)
    .groupBy(sql`1, 2, 3, 4, 5`)
    .orderBy(sql`1, 2, 3, 4, 5`);

  const counts = new Map<string, ProfileCounts & { levels: [number, number, number, number, number][] }>();
  for (const { group, place, option, question, value, n } of rows) {
    if (n === 0) continue;
    const key = `${group} ${place} ${option}`;
    const own = counts.get(key) ?? {
      group: toGroup(group),
      place,
      option,
      reached: 0,
      levels: layout.scale.map((): [number, number, number, number, number] => [0, 0, 0, 0, 0]),
    };
    counts.set(key, own);
    const counted = countedBy(question);
    if (counted.of === "group") own.reached += n;
    const level = counted.of === "level" ? own.levels[counted.place] : undefined;
    if (level) level[value - 1] = (level[value - 1] ?? 0) + n;
  }
  return [...counts.values()];
}

function toGroup(text: string): ModeGroup {
  const group = modeGroups.find((one) => one === text);
  if (!group) throw new Error(`${text} is no group of modes`);
  return group;
}
