import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from "ical-generator";
import { plusDays, startOfCivilDay } from "#app/domain/calendar/civil-day.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { OpenDeadline } from "#app/domain/feedback/index.server.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

const hour = 3_600;

type Frame = {
  lang: Language;
  t: ReturnType<typeof i18nFor>["t"];
  /** Unit names in the reader's language, by id. */
  unitNames: ReadonlyMap<string, string>;
  /** Full address of a case in the office. */
  addressOf: (code: string) => string;
  /** What stands behind the @ of every UID: the portal's own name. */
  host: string;
};

/**
 * Deadlines as an RFC 5545 calendar: whole days, reminded of at nine the day before. Code, kind, unit, day and link, and
 * nothing else. A clock keeps its UID for life; each move of its due day raises SEQUENCE, so that programs move it too.
 */
export function writeCalendar(deadlines: readonly OpenDeadline[], { lang, t, unitNames, addressOf, host }: Frame): string {
  const calendar = ical({
    name: t("calendar:feed.name"),
    prodId: { company: "Lang Nghe", product: "Deadlines", language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hour,
  });
  for (const { clockId, code, kind, step, dueOn, startedOn, changes, unitId } of deadlines) {
    const url = addressOf(code);
    const since = startOfCivilDay(changes.at(-1)?.on ?? startedOn);
    const event = calendar.createEvent({
      id: `${clockId}@${host}`,
      start: wholeDay(dueOn),
      end: wholeDay(plusDays(dueOn, 1)),
      allDay: true,
      summary: t("calendar:feed.summary", { step: t(`words:clockStep.${step}`), code }),
      description: [t(`words:caseKind.${kind}`), unitNames.get(unitId ?? ""), url].filter(Boolean).join("\n"),
      url,
      stamp: since,
      lastModified: since,
      sequence: changes.length,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      trigger: 15 * hour,
      description: t("calendar:feed.summary", { step: t(`words:clockStep.${step}`), code }),
    });
  }
  return calendar.toString();
}

/** The library writes the day of an instant as UTC sees it. */
const wholeDay = (day: string) => new Date(`${day}T00:00:00Z`);
