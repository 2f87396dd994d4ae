import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listUnitsInForce, type UnitInForce } from "../units/index.server.ts";
import { scoredKinds } from "./may-score.ts";
import { daysOf } from "./period.ts";

/**
 * Units an official may open score sheets for, by name: those that receive or handle dossiers and were there at the end of one of the
 * quarters, even if they are not any more. Each is called as in the newest quarter it was there. @param quarters the newest first
 */
export async function unitsToScore(db: Db, by: Official, quarters: readonly string[]): Promise<UnitInForce[]> {
  const units = new Map<string, UnitInForce>();
  for (const quarter of quarters) {
    for (const unit of await listUnitsInForce(db, daysOf(quarter)?.to ?? "", { internal: true })) if (!units.has(unit.id)) units.set(unit.id, unit);
  }
  return [...units.values()]
    .filter(({ id, kind }) => scoredKinds.includes(kind) && (mayIn(by, "scores.enter", id) || mayIn(by, "scores.appraise", id)))
    .sort((a, b) => names.compare(a.nameVi, b.nameVi));
}

const names = new Intl.Collator("vi");
