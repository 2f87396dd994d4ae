import { civilDay, isCivilDay } from "#app/domain/calendar/civil-day.ts";

const shape = /^([12]\d{3}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?(Z|[+ -]\d{2}:?\d{2})?$/;

/**
 * An instant as the specification writes it, `2026-11-21T09:30:00+07:00`, with seconds or without; a day alone is its
 * beginning, and what names no zone is meant in Việt Nam's. Undefined for what is none.
 */
export function readInstant(text: string): Date | undefined {
  const match = shape.exec(text);
  if (!match?.[1] || !isCivilDay(match[1])) return undefined;
  // A plus sign that nobody encoded arrives as a space.
  const zone = (match[3] ?? "+07:00").replace(" ", "+").replace(/(\d{2})(\d{2})$/, "$1:$2");
  const instant = new Date(`${match[1]}${match[2] ?? "T00:00"}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** The day of an instant in Việt Nam. */
export function readDay(text: string): string | undefined {
  const instant = readInstant(text);
  return instant && civilDay(instant);
}
