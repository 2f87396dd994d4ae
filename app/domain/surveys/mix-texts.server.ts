import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";

/** So many answers to one question, of as many sheets, are mixed at least, as long as more may come. */
const mixedLeast = 5;

/**
 * PostgreSQL keeps in each row the number of the transaction that wrote it: an open answer came in with the others of its
 * sheet and with its slip. Those of a round are written anew together each night, in the order of their random ids, so that
 * neither can be told. While a round is open they wait until there are enough to mix.
 */
export async function mixTexts(tx: Db): Promise<void> {
  await tx.execute(sql`
    with counted as (
      select round_id, count(*) as n from sheet_texts where not mixed group by round_id, question
    ), due as (
      select counted.round_id from counted join rounds on rounds.id = counted.round_id
      group by counted.round_id, rounds.state having max(n) >= ${mixedLeast} or rounds.state <> 'open'
    ), gone as (
      delete from sheet_texts where not mixed and round_id in (select round_id from due)
      returning id, round_id, unit_id, question, body, month
    )
    insert into sheet_texts (id, round_id, unit_id, question, body, month, mixed)
    select id, round_id, unit_id, question, body, month, true from gone order by id`);
}
