import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { listRoundsIn } from "./find-round.server.ts";
import { firstChoice } from "./sheet-marks.server.ts";

/** How many slips of a unit chose a level (1 dissatisfied … 3 very satisfied) in a quarter (`2026-Q3`). */
export type ThreeLevelCount = { unitId: string; authorityId: string; quarter: string; level: 1 | 2 | 3; n: number };

/**
 * Answers on three levels by unit and quarter, of every round that asks them, whatever the round and the occasion of the slip:
 * tallies plus what is not folded yet, all in one statement. Sheets of people who were drawn are left out, blanks and
 * “does not apply” too.
 * @param question code of a three-level question; without one the question about the whole
 */
export async function countThreeLevels(db: Db, question?: string): Promise<ThreeLevelCount[]> {
  const asked = (await listRoundsIn(db, ["open", "closed", "published", "archived"])).flatMap(({ id, authority, layout }) => {
    const place = layout.choices.findIndex(({ kind, code, part }) => kind === "scale3" && (question ? code === question : part === "overall"));
    return place < 0 ? [] : [{ id, authorityId: authority.id, place }];
  });
  if (asked.length === 0) return [];
  const authorityOf = new Map(asked.map(({ id, authorityId }) => [id, authorityId]));
  const places = sql.join(
    asked.map(({ id, place }) => sql`(${id}::uuid, ${place}::int)`),
    sql`, `,
  );
  const quarter = sql.raw(`to_char(day, 'YYYY"-Q"Q')`);
  const rows = await db.execute<{ round_id: string; unit_id: string; quarter: string; level: number; n: string }>(sql`
    with asked (round_id, place) as (values ${places})
    select round_id, unit_id, quarter, level, sum(n) as n from (
      select round_id, unit_id, ${quarter} as quarter, value as level, n from tallies join asked using (round_id)
      where question = ${firstChoice} + place and mode <> 'sample'
      union all
      select round_id, unit_id, ${quarter}, choices[place + 1], 1 from sheets join asked using (round_id) where not folded and mode <> 'sample'
    ) as both_parts
    where level between 1 and 3
    group by round_id, unit_id, quarter, level order by round_id, unit_id, quarter, level`);
  return rows.flatMap(({ round_id: roundId, unit_id: unitId, quarter: when, level, n }) => {
    const authorityId = authorityOf.get(roundId);
    if (!authorityId || (level !== 1 && level !== 2 && level !== 3)) return [];
    return [{ unitId, authorityId, quarter: when, level, n: Number(n) }];
  });
}
