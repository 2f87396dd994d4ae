import { desc, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { confidentialItems } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";

/** Items of authorities where the official holds the right; items of no authority reach everybody who holds it. */
export function withinReach(by: Official): SQL {
  const scope = by.scopes["confidential.read"];
  if (scope === undefined) return sql`false`;
  if (scope === "all") return sql`true`;
  const own = scope.length > 0 ? inArray(confidentialItems.authorityId, [...scope]) : undefined;
  return or(own, isNull(confidentialItems.authorityId)) ?? sql`false`;
}

const listed = {
  id: confidentialItems.id,
  kind: confidentialItems.kind,
  state: confidentialItems.state,
  receivedOn: confidentialItems.receivedOn,
  takenOverAt: confidentialItems.takenOverAt,
  registerNumber: confidentialItems.registerNumber,
};

/** Number, dates and state of items in reach, newest first; no word of their content. At most 200. */
export async function listConfidentialItems(db: Db, by: Official) {
  return db.select(listed).from(confidentialItems).where(withinReach(by)).orderBy(desc(confidentialItems.createdAt)).limit(200);
}
