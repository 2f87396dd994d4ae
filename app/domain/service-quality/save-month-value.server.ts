import { monthValues } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listAuthorities } from "./authorities.server.ts";
import { daysOf } from "./period.ts";
import { personalDataCheck } from "./personal-data-check.server.ts";
import { rulesOn } from "./rules.server.ts";
import type { MonthValueForm } from "./schemas.ts";

/** Enters a sub-index of Decision 766 that the portal cannot work out, or enters it anew. A frozen month takes it in with its next version. */
export async function saveMonthValue(db: Db, by: Official, form: MonthValueForm, now = new Date()) {
  const today = civilDay(now);
  const end = daysOf(form.month)?.to;
  if (!end || end >= today) return refuse("service_quality.not_over");
  return inOneAct(db, async (tx) => {
    const authority = (await listAuthorities(tx, end)).find(({ slug }) => slug === form.authority);
    if (!authority) return refuse("service_quality.unknown_unit");
    if (!mayIn(by, "scores.import", authority.id)) return refuse("service_quality.not_yours");
    const { rules } = await rulesOn(tx, "decision_766", end);
    const item = rules.groups.flatMap(({ items }) => items).find(({ code }) => code === form.code);
    if (!item || item.measure !== null) return refuse("service_quality.not_to_enter");

    const { numerator, denominator, source } = form;
    if ((await personalDataCheck(tx))(source)) return refuse("service_quality.source_personal_data");
    const values = { numerator, denominator, source, enteredOn: today, enteredById: by.id };
    await tx
      .insert(monthValues)
      .values({ authorityId: authority.id, month: form.month, code: form.code, ...values, createdAt: now })
      .onConflictDoUpdate({ target: [monthValues.authorityId, monthValues.month, monthValues.code], set: values });
    const data = { month: form.month, code: form.code, numerator, denominator };
    await recordEvent(tx, by, { act: "service_month.value_entered", subject: "service_month", subjectId: authority.id, data }, now);
    return done({ code: form.code });
  });
}
