import { inArray, sql } from "drizzle-orm";
import { samplePeople } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { type DrawnFor, queueMessage } from "../messages/index.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import type { Round } from "../surveys/index.server.ts";
import { minutesOf } from "../surveys/minutes-of.ts";
import { isDue, type LetterKind, takeDue } from "./people-due.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import { openContact } from "./sealed-contact.server.ts";
import { mailsPerBatch } from "./vocabulary.ts";

/**
 * Writes by e-mail to the next of those who were drawn: an invitation, or a reminder to those whose code was not used, at
 * most two and seven days apart. What became of each mail, the outbox says. Refuses `sample.nobody_due`.
 * @returns how many mails were queued
 */
export async function mailPeople(db: Db, keys: Keys, by: Official, slug: string, kind: LetterKind, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now, { open: true });
    if (!allowed.ok) return allowed;
    const round = allowed.value;
    const today = civilDay(now);
    const people = await takeDue(tx, isDue(round.id, "email", kind, today), mailsPerBatch);
    if (people.length === 0) return refuse("sample.nobody_due");

    for (const { id, sealed, language, unitId } of people) {
      if (!sealed) continue;
      const template = kind === "invitation" ? ("sample_invitation" as const) : ("sample_reminder" as const);
      const address = openContact(keys, id, sealed).email;
      await queueMessage(tx, keys, { template, data: drawnFor(round, unitId), address, language, caseId: null, samplePersonId: id }, now);
    }
    const ids = people.map(({ id }) => id);
    await tx
      .update(samplePeople)
      .set(kind === "invitation" ? { delivery: "sent", invitedOn: today } : { reminded: sql`${samplePeople.reminded} + 1`, remindedOn: today })
      .where(inArray(samplePeople.id, ids));
    const act = kind === "invitation" ? "sample.invited" : "sample.reminded";
    await recordEvent(tx, by, { act, subject: "round", subjectId: round.id, data: { channel: "email", count: people.length } }, now);
    return done({ count: people.length });
  });
}

function drawnFor({ title, authority, units, closesOn, layout }: Round, unitId: string): DrawnFor {
  const unit = units.find(({ id }) => id === unitId) ?? authority;
  return {
    titleVi: title.vi,
    titleEn: title.en,
    authorityVi: authority.name.vi,
    authorityEn: authority.name.en ?? authority.name.vi,
    unitVi: unit.name.vi,
    unitEn: unit.name.en ?? unit.name.vi,
    closesOn,
    minutes: minutesOf(layout.questionnaire),
  };
}
