import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { listUnitsInForce, type UnitInForce } from "../units/index.server.ts";

/** Our own authorities on a day: units that others belong to. */
export async function listAuthorities(db: Db, day: CivilDay): Promise<UnitInForce[]> {
  const all = await listUnitsInForce(db, day, { internal: true });
  const roots = new Set(all.map(({ authorityId }) => authorityId));
  return all.filter(({ id }) => roots.has(id));
}
