import { and, asc, desc, eq, sql } from "drizzle-orm";
import { publicCopies, unitSuccessions, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { publish, type PublicContent } from "../publishing/index.server.ts";
import { findUnitLinks } from "./unit-links.server.ts";
import { longAgo } from "./vocabulary.ts";

/**
 * Puts a unit, with all its names, predecessors and successors, before the public as it is on `today`.
 * @param onlyIf `changed`: nothing is written where the copy says all this already, and then `version` is null
 */
export async function publishUnit(
  tx: Db,
  by: Actor,
  unitId: string,
  today: string,
  { now = new Date(), onlyIf }: { now?: Date; onlyIf?: "changed" } = {},
) {
  const [unit] = await tx.select().from(units).where(eq(units.id, unitId));
  const versions = await tx.select().from(unitVersions).where(eq(unitVersions.unitId, unitId)).orderBy(desc(unitVersions.validFrom));
  const latest = versions.find((version) => version.validFrom <= today) ?? versions[0];
  if (!unit || !latest) return refuse("unit.not_found");

  const after = await tx.select().from(unitSuccessions).where(eq(unitSuccessions.fromUnitId, unitId)).orderBy(asc(unitSuccessions.onDay));
  const before = await tx.select().from(unitSuccessions).where(eq(unitSuccessions.toUnitId, unitId)).orderBy(asc(unitSuccessions.onDay));
  const links = await findUnitLinks(
    tx,
    [latest.parentId, unit.authorityId, ...after.map((one) => one.toUnitId), ...before.map((one) => one.fromUnitId)],
    today,
  );
  const linkOf = (id: string | null) => (id === null ? null : (links.get(id) ?? null));
  const name = { vi: latest.nameVi, en: latest.nameEn };
  const inForce = latest.validTo === null || latest.validTo >= today;

  const content: PublicContent["unit"] = {
    name,
    shortName: latest.shortName,
    kind: latest.kind,
    external: unit.external,
    parent: linkOf(latest.parentId),
    authority: linkOf(unit.authorityId),
    province: latest.province,
    responsibilities: latest.responsibilitiesVi.map((vi, index) => ({ vi, en: latest.responsibilitiesEn[index] ?? null })),
    inForce,
    names: versions.map((version) => ({
      name: { vi: version.nameVi, en: version.nameEn },
      from: version.validFrom === longAgo ? null : version.validFrom,
      to: version.validTo,
      decision: version.decision,
    })),
    predecessors: before.flatMap((one) => ({ ...linkOf(one.fromUnitId), kind: one.kind, on: one.onDay })).flatMap(complete),
    successors: after.flatMap((one) => ({ ...linkOf(one.toUnitId), kind: one.kind, on: one.onDay })).flatMap(complete),
  };
  if (onlyIf === "changed" && (await saysAlready(tx, unit.slug, content))) return done({ version: null });

  return publish(
    tx,
    by,
    {
      kind: "unit",
      slug: unit.slug,
      subjectId: unit.id,
      title: name,
      searchText: [...versions.flatMap((version) => [version.nameVi, version.nameEn, version.shortName ?? ""]), ...latest.responsibilitiesVi].join(
        " ",
      ),
      facets: {
        unit: unit.slug,
        authority: linkOf(unit.authorityId)?.slug ?? unit.slug,
        category: latest.kind,
        facet: unit.external ? "external" : inForce ? "internal" : "former",
      },
      sortDay: latest.validFrom,
      content,
    },
    now,
  );
}

/** True when the public copy of this unit has this very content. */
async function saysAlready(tx: Db, slug: string, content: PublicContent["unit"]): Promise<boolean> {
  const rows = await tx
    .select({ slug: publicCopies.slug })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "unit"), eq(publicCopies.slug, slug), sql`${publicCopies.content} = ${JSON.stringify(content)}::jsonb`));
  return rows.length > 0;
}

type Relative = { slug?: string; name?: { vi: string; en: string | null }; kind: string; on: string };

const complete = ({ slug, name, kind, on }: Relative) => (slug && name ? [{ slug, name, kind, on }] : []);
