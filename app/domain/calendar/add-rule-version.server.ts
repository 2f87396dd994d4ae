import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { deadlineRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { civilDay } from "./civil-day.ts";
import type { DeadlineRuleForm } from "./schemas.ts";

/**
 * Gives a step another time from a day on, everywhere or for a unit and all below it: a new version of the rule, with
 * what it rests on. Kind, step, count and event stay the rule's own. Clocks that run keep the version they began by.
 */
export async function addRuleVersion(db: Db, by: Official, wish: DeadlineRuleForm, now = new Date()) {
  const { code, unitId, amount, ceiling, cutOffHour, basis, validFrom } = wish;
  if (!mayIn(by, "calendar.manage", unitId)) return refuse("calendar.not_yours");
  if (validFrom < civilDay(now)) return refuse("calendar.rule_in_past");
  if (unitId && !(await findUnitInForce(db, { id: unitId }, civilDay(now)))) return refuse("calendar.unknown_unit");

  return inOneAct(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar.rules'))`);
    const [general] = await tx
      .select()
      .from(deadlineRules)
      .where(and(eq(deadlineRules.code, code), isNull(deadlineRules.unitId)))
      .orderBy(desc(deadlineRules.version))
      .limit(1);
    if (!general) return refuse("calendar.unknown_rule");
    const [last] = await tx
      .select({ version: deadlineRules.version })
      .from(deadlineRules)
      .where(eq(deadlineRules.code, code))
      .orderBy(desc(deadlineRules.version))
      .limit(1);

    const { caseKind, step, count, fromEvent } = general;
    const version = (last?.version ?? 0) + 1;
    const [rule] = await tx
      .insert(deadlineRules)
      .values({ code, version, caseKind, step, count, fromEvent, amount, ceiling, cutOffHour, basis, validFrom, unitId, createdAt: now })
      .returning({ id: deadlineRules.id });
    if (!rule) throw new Error("The rule was not stored");
    const data = { code, version, amount, ceiling, cutOffHour, validFrom, unitId };
    await recordEvent(tx, by, { act: "calendar.rule_added", subject: "calendar", subjectId: rule.id, data }, now);
    return done({ code, version });
  });
}
