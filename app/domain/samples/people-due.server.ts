import { and, eq, inArray, isNotNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { messages, sampleFrames, samplePeople, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "../calendar/civil-day.ts";
import { reminderDays, remindersMost, type SampleChannel } from "./vocabulary.ts";

/** A mail to them came back, or could not be sent. Those it is printed for instead are not meant. */
export const mailFailed = sql`(${samplePeople.channel} = 'email' and exists (
  select 1 from ${messages} m where m.sample_person_id = ${samplePeople.id} and (m.state in ('failed', 'bounced') or m.reason = 'address_bounces')))`;

/** What is to be done for people of a sample: a first letter, or one to somebody whose code was not used. */
export type LetterKind = "invitation" | "reminder";

const ofRound = (roundId: string) => inArray(samplePeople.frameId, sql`(select id from ${sampleFrames} where round_id = ${roundId})`);
const codeUnused = inArray(samplePeople.slipId, sql`(select id from ${slips} where state = 'issued')`);

/** Who is due for a letter today. Of the answers nothing is asked but whether the code was used. */
export function isDue(roundId: string, channel: SampleChannel, kind: LetterKind, today: string): SQL | undefined {
  const own = and(ofRound(roundId), eq(samplePeople.channel, channel), isNotNull(samplePeople.sealed), codeUnused);
  if (kind === "invitation") return and(own, eq(samplePeople.delivery, "waiting"));
  const last = sql`coalesce(${samplePeople.remindedOn}, ${samplePeople.invitedOn})`;
  return and(
    own,
    eq(samplePeople.delivery, "sent"),
    lt(samplePeople.reminded, remindersMost),
    lte(last, plusDays(today, -reminderDays)),
    sql`not ${mailFailed}`,
  );
}

/** Those a mail did not reach and whom nobody has written to otherwise. */
export const isUnreached = (roundId: string) => and(ofRound(roundId), isNotNull(samplePeople.sealed), eq(samplePeople.delivery, "sent"), mailFailed);

/** Takes some of those who are due, so that of two who press at once each takes others. In the order of their ids. */
export async function takeDue(tx: Db, condition: SQL | undefined, most: number) {
  return tx.select().from(samplePeople).where(condition).orderBy(samplePeople.id).limit(most).for("update", { skipLocked: true });
}

export type SampleTasks = Record<SampleChannel, Record<LetterKind, number>> & {
  unreached: number;
  /** The last batch of letters that was printed; 0 before the first. */
  lastBatch: number;
};

/** What is to be done today for the sample of a round, in numbers. */
export async function sampleTasks(db: Db, roundId: string, today: string): Promise<SampleTasks> {
  const count = (condition: SQL | undefined) => db.$count(samplePeople, condition);
  const [last] = await db
    .select({ batch: sql<number>`coalesce(max(${samplePeople.batch}), 0)::integer` })
    .from(samplePeople)
    .where(ofRound(roundId));
  const both = async (channel: SampleChannel) => ({
    invitation: await count(isDue(roundId, channel, "invitation", today)),
    reminder: await count(isDue(roundId, channel, "reminder", today)),
  });
  return { email: await both("email"), letter: await both("letter"), unreached: await count(isUnreached(roundId)), lastBatch: last?.batch ?? 0 };
}
