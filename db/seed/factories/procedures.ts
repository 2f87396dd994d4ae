import { procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

let made = 0;

export type MadeProcedure = { id: string; slug: string; code: string; versionId: string };

/** A procedure in force since 2020. The record is thin; tests of records bring their own. */
export async function makeProcedure(
  db: Db,
  wish: { unit: { id: string }; code?: string; slug?: string; nameVi?: string; record?: Record<string, unknown> },
): Promise<MadeProcedure> {
  made += 1;
  const code = wish.code ?? `MAU-${made}`;
  const slug = wish.slug ?? `thu-tuc-${made}`;
  const [procedure] = await db.insert(procedures).values({ code, slug }).returning();
  if (!procedure) throw new Error("The procedure was not stored");
  const [version] = await db
    .insert(procedureVersions)
    .values({
      procedureId: procedure.id,
      version: 1,
      state: "in_force",
      nameVi: wish.nameVi ?? `Thủ tục ${made}`,
      fieldVi: "Đầu tư",
      unitId: wish.unit.id,
      record: wish.record ?? {},
      validFrom: "2020-01-01",
    })
    .returning();
  if (!version) throw new Error("The procedure's version was not stored");
  return { id: procedure.id, slug, code, versionId: version.id };
}
