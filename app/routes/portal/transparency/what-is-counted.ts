import type { CivilDay } from "#app/domain/calendar/civil-day.ts";
import type { DeadlineRule } from "#app/domain/calendar/rules.ts";
import { clockSteps, type DayKind } from "#app/domain/calendar/vocabulary.ts";
import type { Calendar } from "#app/domain/calendar/working-days.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";

export type RuleShown = Pick<DeadlineRule, "code" | "caseKind" | "step" | "amount" | "count" | "fromEvent" | "ceiling" | "basis"> & {
  interAgency: boolean;
};

/** The rules that hold everywhere today, the newest version of each, by kind and step. */
export function rulesInForce(rules: readonly DeadlineRule[], today: CivilDay): RuleShown[] {
  const inForce = rules.filter((rule) => rule.unitId === null && rule.validFrom <= today && (rule.validTo === null || today <= rule.validTo));
  const newest = inForce.filter((rule) => inForce.every((other) => other.code !== rule.code || other.version <= rule.version));
  return newest
    .map(({ code, caseKind, step, amount, count, fromEvent, ceiling, basis }) => ({
      code,
      caseKind,
      step,
      amount,
      count,
      fromEvent,
      ceiling,
      basis,
      interAgency: code.endsWith(".inter_agency"),
    }))
    .sort(
      (a, b) =>
        caseKinds.indexOf(a.caseKind) - caseKinds.indexOf(b.caseKind) ||
        clockSteps.indexOf(a.step) - clockSteps.indexOf(b.step) ||
        a.amount - b.amount,
    );
}

export type DayShown = { day: CivilDay; kind: DayKind; name: string; source: string; provisional: boolean };

/** Days of the whole country that are not what their weekday says, of this year and the two after. */
export function specialDays(calendar: Calendar, from: number, language: Language): DayShown[] {
  return [...calendar.days.values()]
    .flat()
    .filter(({ day, unitId }) => unitId === null && Number(day.slice(0, 4)) >= from && Number(day.slice(0, 4)) <= from + 2)
    .map(({ day, kind, nameVi, nameEn, source, provisional }) => ({
      day,
      kind,
      name: language === "vi" ? nameVi : nameEn,
      source,
      provisional: provisional ?? false,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
