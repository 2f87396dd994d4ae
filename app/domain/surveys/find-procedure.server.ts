import { eq } from "drizzle-orm";
import { procedures } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** The id of a procedure by its slug, or undefined. */
export async function findProcedureId(db: Db, slug: string): Promise<string | undefined> {
  const [procedure] = await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.slug, slug));
  return procedure?.id;
}
