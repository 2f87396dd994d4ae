import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { listRoundsIn } from "./find-round.server.ts";

/** How many slips of a unit chose a level (1 dissatisfied … 3 very satisfied) in a quarter (`2026-Q3`). */
export type ThreeLevelCount = { unitId: string; authorityId: string; quarter: string; level: 1 | 2 | 3; n: number };

/** From here on `tallies.question` is a place of `sheets.choices`. */
const firstChoice = 1000;

/**
 * Answers on three levels by unit and quarter, of every round that asks them, whatever the round and the occasion of the slip:
 * tallies plus what is not folded yet, in one statement a round. Sheets of people who were drawn are left out, blanks and
 * “does not apply” too.
 * @param question code of a three-level question; without one the question about the whole
 */
export async function countThreeLevels(db: Db, question?: string): Promise<ThreeLevelCount[]> {
  const counts: ThreeLevelCount[] = [];
  for (const round of await listRoundsIn(db, ["open", "closed", "published", "archived"])) {
    const place = round.layout.choices.findIndex(({ kind, code, part }) => kind === "scale3" && (question ? code === question : part === "overall"));
    if (place < 0) continue;
    const quarter = sql.raw(`to_char(day, 'YYYY"-Q"Q')`);
    const rows = await db.execute<{ unit_id: string; quarter: string; level: number; n: string }>(sql`
      select unit_id, quarter, level, sum(n) as n from (
        select unit_id, ${quarter} as quarter, value as level, n from tallies
        where round_id = ${round.id} and question = ${firstChoice + place} and mode <> 'sample'
        union all
        select unit_id, ${quarter}, choices[${place + 1}], 1 from sheets where round_id = ${round.id} and not folded and mode <> 'sample'
      ) as both_parts
      where level between 1 and 3
      group by unit_id, quarter, level order by unit_id, quarter, level`);
    for (const { unit_id: unitId, quarter: when, level, n } of rows) {
      if (level === 1 || level === 2 || level === 3) counts.push({ unitId, authorityId: round.authority.id, quarter: when, level, n: Number(n) });
    }
  }
  return counts;
}
