import { and, eq, inArray, sql } from "drizzle-orm";
import { sampleFrames, samplePeople, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Language } from "../content/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { type RatedUnit, type Round, sampleSlipCode } from "../surveys/index.server.ts";
import { isDue, type LetterKind, takeDue } from "./people-due.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import { openContact } from "./sealed-contact.server.ts";
import { lettersPerBatch } from "./vocabulary.ts";

/** One letter. `number`: its place in the batch, from 1. Neither dossier nor procedure: an envelope may be opened by others. */
export type Letter = {
  number: number;
  kind: LetterKind;
  name: string;
  address: string;
  phone: string;
  unit: RatedUnit;
  language: Language;
  code: string;
};
export type LetterBatch = { round: Round; batch: number; day: string; letters: Letter[] };

/**
 * The next batch of letters to those who get one by post: invitations, or reminders to those whose code was not used.
 * Refuses `sample.nobody_due`.
 */
export async function printLetters(db: Db, keys: Keys, by: Official, slug: string, kind: LetterKind, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now, { open: true });
    if (!allowed.ok) return allowed;
    const round = allowed.value;
    const today = civilDay(now);
    // One batch at a time, so that each has a number of its own.
    const [frame] = await tx.select({ id: sampleFrames.id }).from(sampleFrames).where(eq(sampleFrames.roundId, round.id)).for("update");
    const people = frame ? await takeDue(tx, isDue(round.id, "letter", kind, today), lettersPerBatch) : [];
    if (!frame || people.length === 0) return refuse("sample.nobody_due");

    const [last] = await tx
      .select({ batch: sql<number>`coalesce(max(${samplePeople.batch}), 0)::integer` })
      .from(samplePeople)
      .where(eq(samplePeople.frameId, frame.id));
    const batch = (last?.batch ?? 0) + 1;
    const ids = people.map(({ id }) => id);
    await tx
      .update(samplePeople)
      .set(
        kind === "invitation"
          ? { delivery: "sent", invitedOn: today, batch }
          : { reminded: sql`${samplePeople.reminded} + 1`, remindedOn: today, batch },
      )
      .where(inArray(samplePeople.id, ids));
    const act = kind === "invitation" ? "sample.invited" : "sample.reminded";
    await recordEvent(tx, by, { act, subject: "round", subjectId: round.id, data: { channel: "letter", count: people.length, batch } }, now);
    return done(await readBatch(tx, keys, round, frame.id, batch, today));
  });
}

/** The last printed letters of a batch again, for what the printer spoiled: only those whose code was not used. Refuses `sample.no_batch`. */
export async function printAgain(db: Db, keys: Keys, by: Official, slug: string, batch: number, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now, { open: true });
    if (!allowed.ok) return allowed;
    const round = allowed.value;
    const [frame] = await tx.select({ id: sampleFrames.id }).from(sampleFrames).where(eq(sampleFrames.roundId, round.id));
    const again = frame && (await readBatch(tx, keys, round, frame.id, batch, civilDay(now)));
    if (!again || again.letters.length === 0) return refuse("sample.no_batch");
    const data = { batch, count: again.letters.length };
    await recordEvent(tx, by, { act: "sample.letters_printed_again", subject: "round", subjectId: round.id, data }, now);
    return done(again);
  });
}

async function readBatch(tx: Db, keys: Keys, round: Round, frameId: string, batch: number, day: string): Promise<LetterBatch> {
  const rows = await tx
    .select({ person: samplePeople, slipId: slips.id, state: slips.state })
    .from(samplePeople)
    .innerJoin(slips, eq(slips.id, samplePeople.slipId))
    .where(and(eq(samplePeople.frameId, frameId), eq(samplePeople.batch, batch)))
    .orderBy(samplePeople.id);
  const letters = rows.flatMap(({ person, slipId, state }, at): Letter[] => {
    if (!person.sealed || state !== "issued") return [];
    const { name, address, phone } = openContact(keys, person.id, person.sealed);
    const unit = round.units.find(({ id }) => id === person.unitId) ?? round.authority;
    const kind = person.reminded > 0 ? "reminder" : "invitation";
    return [{ number: at + 1, kind, name, address, phone, unit, language: person.language, code: sampleSlipCode(keys, slipId) }];
  });
  return { round, batch, day, letters };
}
