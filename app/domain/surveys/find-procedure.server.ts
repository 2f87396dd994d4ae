import { and, eq, inArray, sql } from "drizzle-orm";
import { procedures, procedureVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/**
 * Ids, by slug, of procedures that people may be asked about in a round of an authority: those that are its own, or were.
 * Nobody rates another authority's procedure through it, or learns what is not in force yet.
 */
export async function findProcedureIds(db: Db, authorityId: string, slugs: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(slugs)].filter((slug) => !slug.includes("\0"));
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ id: procedures.id, slug: procedures.slug })
    .from(procedures)
    .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
    .innerJoin(units, eq(units.id, procedureVersions.unitId))
    .where(
      and(
        inArray(procedures.slug, asked),
        inArray(procedureVersions.state, ["in_force", "expired"]),
        eq(sql`coalesce(${units.authorityId}, ${units.id})`, authorityId),
      ),
    );
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** The id of one such procedure. */
export async function findProcedureId(db: Db, authorityId: string, slug: string): Promise<string | undefined> {
  return (await findProcedureIds(db, authorityId, [slug])).get(slug);
}
