import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/schema/handle.ts";

/** So many answers to one question, of as many sheets, are mixed at least, as long as more may come. */
const mixedLeast = 5;

/** Rounds whose open answers are to be mixed (`mixTexts`): those with enough new ones, and those that have ended. */
export async function roundsToMix(db: Db): Promise<string[]> {
  const rows = await db.execute(sql`
    with counted as (
      select round_id, count(*) as n from sheet_texts where not mixed group by round_id, question
    )
    select round_id from counted join rounds on rounds.id = counted.round_id
    group by round_id, rounds.state having max(n) >= ${mixedLeast} or rounds.state <> 'open' order by round_id`);
  return z
    .array(z.object({ round_id: z.string() }))
    .parse(rows)
    .map((row) => row.round_id);
}

/**
 * PostgreSQL keeps in each row the number of the transaction that wrote it: an open answer came in with the others of its
 * sheet and with its slip. Those of a round are written anew together each night, in the order of their random ids, so that
 * neither can be told. While a round is open they wait until there are enough to mix.
 */
export async function mixTexts(tx: Db, roundId: string): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from sheet_texts where not mixed and round_id = ${roundId} returning id, round_id, unit_id, question, body, month
    )
    insert into sheet_texts (id, round_id, unit_id, question, body, month, mixed)
    select id, round_id, unit_id, question, body, month, true from gone order by id`);
}
