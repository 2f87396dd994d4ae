import { and, eq, exists, sql } from "drizzle-orm";
import { z } from "zod";
import { questionnaireVersions, rounds, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { layoutOf } from "./questionnaire.ts";
import { profileCountsOf } from "./profile-counts.server.ts";
import { countsOf, noProcedure } from "./sheet-marks.server.ts";

const Folded = z.array(z.object({ n: z.coerce.number() })).length(1);

/**
 * Moves up to `limit` sheets of a round into its tallies and gives their number. One statement: after a kill either all
 * of it happened or nothing. Sheets that another fold holds are passed over, so that two at once count nothing twice.
 * Whole sheets are counted by day, answers by month: no page asks finer, and it keeps the tallies small for ever.
 *
 * Folding takes the sheets' rows away and writes them anew in the order of their random ids: a row carries the number of the
 * transaction that wrote it, which its slip's row carries too, and rows stand in the order in which they were written.
 */
export async function foldSheets(db: Db, roundId: string, limit: number = batches.first): Promise<number> {
  const [round] = await db
    .select({ id: questionnaireVersions.id, content: questionnaireVersions.content, usedAt: questionnaireVersions.usedAt })
    .from(rounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.questionnaireVersionId))
    .where(eq(rounds.id, roundId));
  if (!round) return 0;
  const layout = layoutOf(round);

  const rows = await db.execute(sql`
    with picked as (
      select id from sheets where round_id = ${roundId} and not folded
      order by unit_id, procedure_id, mode, day limit ${limit} for update skip locked
    ), gone as (
      delete from sheets where id = any(array(select id from picked)) returning *
    ), stored as (
      insert into sheets (id, round_id, questionnaire_version_id, unit_id, procedure_id, mode, language, day, answers, choices, flags, folded)
      select id, round_id, questionnaire_version_id, unit_id, procedure_id, mode, language, day, answers, choices, flags, true from gone order by id
    ), moved as (
      select unit_id, coalesce(procedure_id, ${noProcedure}::uuid) as procedure_id, mode, day, answers, choices, flags from gone
    ), added as (
      insert into tallies (round_id, unit_id, procedure_id, mode, day, question, value, n)
      select ${roundId}::uuid, * from ${countsOf(layout, sql`moved`)} as counted order by 2, 3, 4, 5, 6, 7
      on conflict (round_id, unit_id, procedure_id, mode, day, question, value) do update set n = tallies.n + excluded.n
    ), added_by_profile as (
      insert into profile_tallies (round_id, mode_group, place, option, question, value, n)
      select ${roundId}::uuid, * from ${profileCountsOf(layout, sql`moved`)} as counted order by 2, 3, 4, 5, 6
      on conflict (round_id, mode_group, place, option, question, value) do update set n = profile_tallies.n + excluded.n
    )
    select count(*) as n from moved`);
  return Folded.parse(rows)[0]?.n ?? 0;
}

/** Sheets of one batch: few, so that a kill undoes little and nobody waits long; more while there is a backlog and they are quickly done. */
const batches = { first: 5_000, most: 40_000, quickMs: 1_500 } as const;

/**
 * Folds every round that has a tail, batch by batch, until the next sheets would not fill one. Gives the number of sheets
 * folded. A round that fails keeps no other; errors are thrown at the end.
 */
export async function foldAllSheets(db: Db, only?: string): Promise<number> {
  const tail = db
    .select({ one: sql`1` })
    .from(sheets)
    .where(and(eq(sheets.roundId, rounds.id), sql`not ${sheets.folded}`));
  const tails = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(exists(tail), only === undefined ? undefined : eq(rounds.id, only)));

  let all = 0;
  await eachInTurn(tails, async ({ id }) => {
    let size: number = batches.first;
    for (;;) {
      const startedAt = performance.now();
      const folded = await foldSheets(db, id, size);
      all += folded;
      // While sheets come in without end, the other rounds wait no longer than for a batch that is not full.
      if (folded < size) break;
      const quick = performance.now() - startedAt < batches.quickMs;
      size = quick ? Math.min(batches.most, size * 2) : Math.max(batches.first, size / 2);
    }
  });
  return all;
}
