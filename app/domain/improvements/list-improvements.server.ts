import { and, desc, inArray } from "drizzle-orm";
import { improvements } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Official } from "../people/official.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import type { Localised } from "../publishing/index.server.ts";
import type { ImprovementState } from "./vocabulary.ts";

export type OfficeImprovement = {
  id: string;
  unit: { slug: string; name: Localised };
  questionnaire: string;
  criterion: string;
  said: Localised;
  did: Localised;
  doneOn: string;
  state: ImprovementState;
  revision: number;
  /** The official wrote it last and may not publish it. */
  mine: boolean;
};

/** Units whose improvements an official writes or publishes, by name. */
export async function unitsToImprove(db: Db, by: Official, now: Date) {
  const scopes = [by.scopes["articles.write"], by.scopes["articles.approve"]];
  const everywhere = scopes.includes("all");
  const own = new Set(scopes.flatMap((scope) => (scope === undefined || scope === "all" ? [] : scope)));
  const inForce = await listUnitsInForce(db, civilDay(now));
  return inForce.filter((unit) => !unit.external && (everywhere || own.has(unit.id)));
}

/** Improvements of those units, newest first: at most 200. */
export async function listImprovements(db: Db, by: Official, now: Date): Promise<OfficeImprovement[]> {
  const units = await unitsToImprove(db, by, now);
  if (units.length === 0) return [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const rows = await db
    .select()
    .from(improvements)
    .where(and(inArray(improvements.unitId, [...byId.keys()])))
    .orderBy(desc(improvements.doneOn), desc(improvements.createdAt))
    .limit(200);
  return rows.flatMap((row) => {
    const unit = byId.get(row.unitId);
    if (!unit) return [];
    const { id, questionnaire, criterion, doneOn, state, revision } = row;
    return {
      id,
      unit: { slug: unit.slug, name: { vi: unit.nameVi, en: unit.nameEn } },
      questionnaire,
      criterion,
      said: { vi: row.saidVi, en: row.saidEn },
      did: { vi: row.didVi, en: row.didEn },
      doneOn,
      state,
      revision,
      mine: row.writtenById === by.id,
    };
  });
}
