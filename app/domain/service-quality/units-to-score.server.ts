import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listUnitsInForce, type UnitInForce } from "../units/index.server.ts";
import { scoredKinds } from "./may-score.ts";

/** Units an official may open score sheets for, by name: those that receive or handle dossiers. */
export async function unitsToScore(db: Db, by: Official, today: CivilDay): Promise<UnitInForce[]> {
  const all = await listUnitsInForce(db, today, { internal: true });
  return all.filter(({ id, kind }) => scoredKinds.includes(kind) && (mayIn(by, "scores.enter", id) || mayIn(by, "scores.appraise", id)));
}
