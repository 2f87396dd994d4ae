import { unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { UnitKind } from "#app/domain/units/vocabulary.ts";

let made = 0;

export type MadeUnit = { id: string; slug: string; versionId: string; authorityId: string; nameVi: string };

/** A unit in force since 2020, with one version. */
export async function makeUnit(
  db: Db,
  wish: { slug?: string; nameVi?: string; nameEn?: string; kind?: UnitKind; parent?: MadeUnit; validFrom?: string; validTo?: string | null } = {},
): Promise<MadeUnit> {
  made += 1;
  const slug = wish.slug ?? `don-vi-${made}`;
  const nameVi = wish.nameVi ?? `Đơn vị ${made}`;
  const [unit] = await db
    .insert(units)
    .values({ slug, authorityId: wish.parent?.authorityId ?? null })
    .returning();
  if (!unit) throw new Error("The unit was not stored");
  const [version] = await db
    .insert(unitVersions)
    .values({
      unitId: unit.id,
      nameVi,
      nameEn: wish.nameEn ?? `Unit ${made}`,
      kind: wish.kind ?? "phong",
      parentId: wish.parent?.id ?? null,
      validFrom: wish.validFrom ?? "2020-01-01",
      validTo: wish.validTo ?? null,
    })
    .returning();
  if (!version) throw new Error("The unit's version was not stored");
  return { id: unit.id, slug, versionId: version.id, authorityId: unit.authorityId ?? unit.id, nameVi };
}
