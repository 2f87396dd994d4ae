import { data } from "@remix-run/node";
import { z } from "zod";
import { type CalendarChange, previewCalendarChange } from "#app/domain/calendar/index.server.ts";
import { CalendarDayForm } from "#app/domain/calendar/schemas.ts";
import { changeCalendar as saveChange } from "#app/domain/deadlines/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";
import { type Preview, toPreview } from "./to-preview.server.ts";

export type CalendarAnswer = {
  notice: string | null;
  refused: string | null;
  errors: FieldErrors;
  typed: Record<string, string>;
  preview: Preview | null;
};

const Based = z.object({
  basedOn: z.coerce.number().int().positive(),
  note: z.string().trim().min(1, { error: "required" }).max(300, { error: "too_long" }),
});
const Removal = z.object({
  day: z.iso.date(),
  unitId: z.union([z.literal(""), z.uuid()]).transform((value) => value || null),
});

type Visitor = Visit & { official: Official };
type Refused = Extract<Awaited<ReturnType<typeof saveChange | typeof previewCalendarChange>>, { ok: false }>;

/**
 * Adds or takes out a day, by the form's `intent` (`add`, `remove`), or shows first what that would move
 * (`preview_add`, `preview_remove`). @throws a 400 answer for what no form of ours sends
 */
export async function changeCalendar(visit: Visitor, form: Record<string, string>): Promise<CalendarAnswer> {
  const { db, portal, official, t, now } = visit;
  const answer: CalendarAnswer = { notice: null, refused: null, errors: {}, typed: form, preview: null };
  const read = readChange(visit, form);
  if ("errors" in read) return { ...answer, errors: read.errors };
  if ("refused" in read) return { ...answer, refused: read.refused, typed: {} };

  if (form.intent?.startsWith("preview_")) {
    const preview = await previewCalendarChange(db, official, read.change, now);
    return preview.ok ? { ...answer, preview: await toPreview(visit, form, preview.value) } : refuse(preview);
  }
  const saved = await saveChange(db, portal.keys, official, read.change, now);
  if (!saved.ok) return refuse(saved);
  const notice = t("calendar:preview.saved", { version: String(saved.value.version), count: saved.value.moved.length });
  return { ...answer, notice, typed: {} };

  function refuse(outcome: Refused): CalendarAnswer {
    const sentence = refusalSentence(t, outcome);
    const aboutUnit = outcome.code === "calendar.local_needs_unit" || outcome.code === "calendar.unknown_unit";
    return aboutUnit ? { ...answer, errors: { unitId: sentence } } : { ...answer, refused: sentence };
  }
}

function readChange({ t }: Visitor, form: Record<string, string>): { change: CalendarChange } | { errors: FieldErrors } | { refused: string } {
  const based = Based.safeParse(form);
  if (form.intent === "remove" || form.intent === "preview_remove") {
    const removal = Removal.safeParse(form);
    if (!removal.success) throw data({ reason: "bad_request" }, { status: 400 });
    return based.success ? { change: { ...based.data, remove: removal.data } } : { refused: t("refusals:calendar.note_missing") };
  }
  if (form.intent !== "add" && form.intent !== "preview_add") throw data({ reason: "bad_request" }, { status: 400 });

  const given = CalendarDayForm.safeParse(form);
  if (!given.success || !based.success) {
    return { errors: { ...(based.error ? fieldSentences(t, based.error) : {}), ...(given.error ? fieldSentences(t, given.error) : {}) } };
  }
  const { workedOn, ...line } = given.data;
  if (!workedOn) return { change: { ...based.data, add: [line] } };
  const named = (lang: "vi" | "en") => i18nFor(lang).t("calendar:preview.workedName", { day: formatDay(lang, line.day) });
  const worked = { ...line, day: workedOn, kind: "hoan_doi_lam" as const, nameVi: named("vi"), nameEn: named("en") };
  return { change: { ...based.data, add: [line, worked] } };
}
