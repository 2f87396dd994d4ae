import { and, gte, inArray, sql } from "drizzle-orm";
import { rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "../calendar/civil-day.ts";

/**
 * PostgreSQL keeps in each row the number of the transaction that wrote it last, and rows stand in the order in which they
 * were written. All used slips of drawn people are written anew together each night, in the order of their random ids, so
 * that neither says when they were used.
 * @param today in Vietnam
 */
export async function forgetOrder(tx: Db, today: string): Promise<void> {
  const running = and(gte(sql`coalesce(${rounds.keyingUntil}, ${rounds.closesOn})`, plusDays(today, -2)), inArray(rounds.state, ["open", "closed"]));
  await tx.execute(sql`
    with gone as (
      delete from slips where mode = 'sample' and state = 'used' and round_id in (select id from ${rounds} where ${running}) returning *
    )
    insert into slips select * from gone order by id`);
}
