import { eq } from "drizzle-orm";
import { unitSuccessions, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { publishUnit } from "#app/domain/units/index.server.ts";
import { longAgo, type SuccessionKind, type UnitKind } from "#app/domain/units/vocabulary.ts";
import { readData } from "./read-data.ts";

type UnitData = {
  code: string;
  name_vi: string;
  name_en: string;
  short_name: string | null;
  kind: UnitKind;
  parent: string | null;
  external: boolean;
  responsibilities: string[];
  responsibilities_en: string[] | null;
  province: string | null;
  valid_from: string | null;
  valid_to: string | null;
  versions?: { name_vi: string; name_en: string; valid_from: string | null; valid_to: string | null }[];
};

type SuccessionData = {
  from: string;
  to: string;
  kind: SuccessionKind;
  date: string;
  decision: { number: string | null } | null;
  scope_vi: string | null;
};

export type LoadedUnits = { idOf(code: string | null): string | null; need(code: string): string };

/** Units with every name they had, who followed whom, and their public copies. */
export async function loadUnits(tx: Db, now: Date): Promise<LoadedUnits> {
  const data = readData<UnitData[]>("units");
  const parentOf = new Map(data.map((unit) => [unit.code, unit.parent]));
  const rootOf = (code: string): string => {
    const parent = parentOf.get(code);
    return parent ? rootOf(parent) : code;
  };

  const rows = await tx
    .insert(units)
    .values(data.map((unit) => ({ slug: unit.code, external: unit.external })))
    .returning({ id: units.id, slug: units.slug });
  const ids = new Map(rows.map((row) => [row.slug, row.id]));
  const idOf = (code: string | null) => (code === null ? null : (ids.get(code) ?? null));
  for (const unit of data) {
    const root = rootOf(unit.code);
    if (root !== unit.code) await setAuthority(tx, ids.get(unit.code), ids.get(root));
  }

  await tx.insert(unitVersions).values(
    data.flatMap((unit) => {
      const names = unit.versions?.length ? unit.versions : [unit];
      return names.map((name) => ({
        unitId: ids.get(unit.code) ?? "",
        nameVi: name.name_vi,
        nameEn: name.name_en,
        shortName: unit.short_name,
        kind: unit.kind,
        parentId: idOf(unit.parent),
        responsibilitiesVi: unit.responsibilities,
        responsibilitiesEn: unit.responsibilities_en ?? [],
        province: unit.province,
        validFrom: name.valid_from ?? longAgo,
        validTo: name.valid_to,
      }));
    }),
  );
  await tx.insert(unitSuccessions).values(
    readData<SuccessionData[]>("unit-successions").map((one) => ({
      fromUnitId: ids.get(one.from) ?? "",
      toUnitId: ids.get(one.to) ?? "",
      kind: one.kind,
      onDay: one.date,
      decision: one.decision?.number ?? null,
      scope: one.scope_vi,
    })),
  );
  for (const id of ids.values()) await publishUnit(tx, "portal", id, civilDay(now));

  return {
    idOf,
    need(code) {
      const id = ids.get(code);
      if (!id) throw new Error(`The demo world has no unit ${code}`);
      return id;
    },
  };
}

async function setAuthority(tx: Db, unitId: string | undefined, authorityId: string | undefined) {
  if (!unitId || !authorityId) return;
  await tx.update(units).set({ authorityId }).where(eq(units.id, unitId));
}
