import { eq, sql } from "drizzle-orm";
import { calendarDays, deadlineRules, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import type { CivilDay } from "./civil-day.ts";
import type { DeadlineRule } from "./rules.ts";
import type { ClockEvent } from "./vocabulary.ts";

/** A stored rule, with the id a clock points to. */
export type StoredRule = DeadlineRule & { readonly id: string };

/** All rules, or those of one kind of case. */
export async function loadRules(db: Db, kind?: CaseKind): Promise<StoredRule[]> {
  const rows = await db
    .select()
    .from(deadlineRules)
    .where(kind ? eq(deadlineRules.caseKind, kind) : undefined);
  return rows.map((rule) => ({ ...rule, fromEvent: rule.fromEvent as ClockEvent }));
}

/** A unit followed by its superiors on that day, for regional days and units' own rules. Empty without a unit. */
export async function unitPath(db: Db, unitId: string | null, day: CivilDay): Promise<string[]> {
  if (!unitId) return [];
  const rows = await db.execute<{ id: string }>(sql`
    with recursive above as (
      select ${unitId}::uuid as id, 0 as steps
      union all
      select v.parent_id, a.steps + 1 from ${unitVersions} v join above a on v.unit_id = a.id
      where v.parent_id is not null and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day}) and a.steps < 12
    ) select id from above order by steps`);
  return [...rows].map((row) => row.id);
}

/** Whether anything depends on the unit at all; most portals have one calendar and one set of rules. */
export async function hasRegions(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ regions: boolean }>(
    sql`select exists (select 1 from ${deadlineRules} where unit_id is not null)
          or exists (select 1 from ${calendarDays} where unit_id is not null) as regions`,
  );
  return row?.regions ?? false;
}
