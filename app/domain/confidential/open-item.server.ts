import { and, eq, isNotNull } from "drizzle-orm";
import { confidentialItems } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { withinReach } from "./queries.server.ts";
import { type ConfidentialContent, itemContext } from "./store-item.server.ts";

/** Opens an item for the reception or inspectorate. Every opening is in the trace, with its reason. */
export async function openConfidentialItem(db: Db, keys: Keys, by: Official, id: string, reason: string, now = new Date()) {
  if (by.scopes["confidential.read"] === undefined) return refuse("confidential.not_yours");
  const said = reason.trim().slice(0, 1000);
  if (said.length < 10) return refuse("case.reason_missing", { min: 10 });

  return inOneAct(db, async (tx) => {
    const [item] = await tx
      .select({ sealed: confidentialItems.sealed })
      .from(confidentialItems)
      .where(and(eq(confidentialItems.id, id), isNotNull(confidentialItems.sealed), withinReach(by)));
    if (!item?.sealed) return refuse("confidential.not_found");
    await recordEvent(tx, by, { act: "confidential.opened", subject: "confidential", subjectId: id, data: { reason: said } }, now);
    return done(JSON.parse(keys.unseal(item.sealed, itemContext(id))) as ConfidentialContent);
  });
}
