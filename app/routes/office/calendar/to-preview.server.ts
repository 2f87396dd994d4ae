import type { MovedClock } from "#app/domain/calendar/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** Lines shown; the rest is counted. */
const shown = 200;

/** What a change would move, in words, and the form that saves it. */
export async function toPreview(
  { db, lang, t, today }: Visit,
  form: Record<string, string>,
  { open, moved }: { open: number; moved: readonly MovedClock[] },
) {
  const units = new Map((await listUnitsInForce(db, today)).map(({ id, nameVi, nameEn }) => [id, inLanguage(lang, { vi: nameVi, en: nameEn })]));
  return {
    open,
    count: moved.length,
    lines: moved.slice(0, shown).map(({ clockId, code, step, unitId, from, to, held }) => ({
      id: clockId,
      code,
      step: t(`words:clockStep.${step}`),
      unit: units.get(unitId ?? "") ?? "",
      from: formatDay(lang, from),
      to: formatDay(lang, to),
      held,
    })),
    /** The typed fields, sent again as they are. */
    fields: Object.entries({ ...form, intent: form.intent === "preview_remove" ? "remove" : "add" }),
  };
}

export type Preview = Awaited<ReturnType<typeof toPreview>>;
