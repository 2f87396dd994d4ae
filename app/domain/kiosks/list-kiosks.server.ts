import { asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { kiosks, procedures, rounds, units, unitVersions, roundUnits } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Official } from "../people/official.ts";
import type { KioskState } from "./vocabulary.ts";

export type KioskLine = {
  id: string;
  name: string;
  roundId: string;
  round: string;
  roundTitle: { vi: string; en: string };
  unit: { slug: string; name: { vi: string; en: string | null } };
  procedure: string | null;
  state: KioskState;
  /** Until when a device can be set up with the code that was shown; null when there is none. */
  codeExpiresAt: Date | null;
  lastUsedOn: string | null;
};

/** Kiosks of the units where the official hands out ways to answer: those in use first, then by name. */
export async function listKiosks(db: Db, by: Official): Promise<KioskLine[]> {
  const rows = await select(db).orderBy(sql`${kiosks.revokedAt} is not null`, desc(rounds.opensOn), asc(kiosks.name), asc(kiosks.id));
  return rows.filter((row) => mayIn(by, "slips.issue", row.kiosk.unitId)).map(toLine);
}

/** One kiosk, or undefined where it is none of the official's business. */
export async function findKiosk(db: Db, by: Official, id: string): Promise<KioskLine | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [row] = await select(db).where(eq(kiosks.id, id));
  return row && mayIn(by, "slips.issue", row.kiosk.unitId) ? toLine(row) : undefined;
}

function select(db: Db) {
  return db
    .select({
      kiosk: getTableColumns(kiosks),
      round: rounds.slug,
      titleVi: rounds.titleVi,
      titleEn: rounds.titleEn,
      unit: units.slug,
      nameVi: unitVersions.nameVi,
      nameEn: unitVersions.nameEn,
      procedure: procedures.slug,
    })
    .from(kiosks)
    .innerJoin(rounds, eq(rounds.id, kiosks.roundId))
    .innerJoin(units, eq(units.id, kiosks.unitId))
    .innerJoin(roundUnits, sql`${roundUnits.roundId} = ${kiosks.roundId} and ${roundUnits.unitId} = ${kiosks.unitId}`)
    .innerJoin(unitVersions, eq(unitVersions.id, roundUnits.unitVersionId))
    .leftJoin(procedures, eq(procedures.id, kiosks.procedureId))
    .$dynamic();
}

function toLine({ kiosk, round, titleVi, titleEn, unit, nameVi, nameEn, procedure }: Awaited<ReturnType<typeof select>>[number]): KioskLine {
  return {
    id: kiosk.id,
    name: kiosk.name,
    roundId: kiosk.roundId,
    round,
    roundTitle: { vi: titleVi, en: titleEn },
    unit: { slug: unit, name: { vi: nameVi, en: nameEn } },
    procedure,
    state: kiosk.revokedAt ? "revoked" : kiosk.tokenHash ? "active" : "waiting",
    codeExpiresAt: kiosk.codeExpiresAt,
    lastUsedOn: kiosk.lastUsedOn,
  };
}
