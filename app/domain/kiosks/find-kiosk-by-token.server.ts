import { and, eq, isNull } from "drizzle-orm";
import { kiosks, procedures, rounds, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { hashToken } from "./kiosk-secrets.server.ts";

/** What a device answers for: its round, unit and procedure, as slugs. */
export type DeviceKiosk = { id: string; name: string; round: string; unit: string; procedure: string | null; lastUsedOn: string | null };

/** The kiosk that a device is, by the token it keeps; undefined for a device that is none, or no longer. */
export async function findKioskByToken(db: Db, token: string): Promise<DeviceKiosk | undefined> {
  const [found] = await db
    .select({
      id: kiosks.id,
      name: kiosks.name,
      round: rounds.slug,
      unit: units.slug,
      procedure: procedures.slug,
      lastUsedOn: kiosks.lastUsedOn,
    })
    .from(kiosks)
    .innerJoin(rounds, eq(rounds.id, kiosks.roundId))
    .innerJoin(units, eq(units.id, kiosks.unitId))
    .leftJoin(procedures, eq(procedures.id, kiosks.procedureId))
    .where(and(eq(kiosks.tokenHash, hashToken(token)), isNull(kiosks.revokedAt)));
  return found;
}
