import { inArray } from "drizzle-orm";
import { units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Official } from "../people/official.ts";

/** True when the official may change the rules of all these units. @param slugs of the units that a change touches */
export async function mayTouch(tx: Db, by: Official, slugs: readonly string[]): Promise<boolean> {
  if (by.scopes["routing.manage"] === "all" || slugs.length === 0) return true;
  const touched = await tx
    .select({ id: units.id })
    .from(units)
    .where(inArray(units.slug, [...slugs]));
  return touched.length === slugs.length && touched.every(({ id }) => mayIn(by, "routing.manage", id));
}
