import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import { readableBy } from "./scope.server.ts";

/** True when there is such a case and the official may read it. */
export async function mayReadCase(db: Db, by: Official, code: string): Promise<boolean> {
  const found = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.code, code), readableBy(by)));
  return found.length > 0;
}
