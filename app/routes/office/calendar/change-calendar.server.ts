import { data } from "@remix-run/node";
import { z } from "zod";
import { addCalendarVersion } from "#app/domain/calendar/index.server.ts";
import { CalendarDayForm } from "#app/domain/calendar/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

export type CalendarAnswer = { notice: string | null; refused: string | null; errors: FieldErrors; typed: Record<string, string> };

const Based = z.object({
  basedOn: z.coerce.number().int().positive(),
  note: z.string().trim().min(1, { error: "required" }).max(300, { error: "too_long" }),
});
const Removal = z.object({
  day: z.iso.date(),
  unitId: z.union([z.literal(""), z.uuid()]).transform((value) => value || null),
});

/** Adds or takes out a day, by the form's `intent`. @throws a 400 answer for what no form of ours sends */
export async function changeCalendar(
  { db, official, t, now }: Visit & { official: Official },
  form: Record<string, string>,
): Promise<CalendarAnswer> {
  const answer: CalendarAnswer = { notice: null, refused: null, errors: {}, typed: form };
  const based = Based.safeParse(form);

  if (form.intent === "remove") {
    const removal = Removal.safeParse(form);
    if (!removal.success) throw data({ reason: "bad_request" }, { status: 400 });
    if (!based.success) return { ...answer, refused: t("refusals:calendar.note_missing"), typed: {} };
    return toAnswer(await addCalendarVersion(db, official, { ...based.data, remove: removal.data }, now));
  }
  if (form.intent !== "add") throw data({ reason: "bad_request" }, { status: 400 });

  const given = CalendarDayForm.safeParse(form);
  if (!given.success || !based.success) {
    return {
      ...answer,
      errors: { ...(based.error ? fieldSentences(t, based.error) : {}), ...(given.error ? fieldSentences(t, given.error) : {}) },
    };
  }
  return toAnswer(await addCalendarVersion(db, official, { ...based.data, add: [given.data] }, now));

  function toAnswer(outcome: Awaited<ReturnType<typeof addCalendarVersion>>): CalendarAnswer {
    if (outcome.ok) return { ...answer, notice: t("office:calendar.done", { version: String(outcome.value.version) }), typed: {} };
    const sentence = refusalSentence(t, outcome);
    const aboutUnit = outcome.code === "calendar.local_needs_unit" || outcome.code === "calendar.unknown_unit";
    return aboutUnit ? { ...answer, errors: { unitId: sentence } } : { ...answer, refused: sentence };
  }
}
