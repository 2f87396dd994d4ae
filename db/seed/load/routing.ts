import { applyRoutingRules, changeRoutingDraft } from "#app/domain/routing/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { RuleDraft } from "#app/domain/routing/schemas.ts";
import type { Db } from "#db/schema/handle.ts";
import { readData } from "./read-data.ts";

/** The demo's routing rules, made and put in force by the coordinator. */
export async function loadRouting(tx: Db, coordinator: Official, now: Date): Promise<void> {
  let revision = 0;
  for (const rule of readData<unknown[]>("routing-rules")) {
    const added = await changeRoutingDraft(tx, coordinator, { change: "add", rule: RuleDraft.parse(rule), revision }, now);
    if (!added.ok) throw new Error(`A routing rule of the demo was not added: ${added.code}`);
    revision = added.value.revision;
  }
  const applied = await applyRoutingRules(tx, coordinator, { note: "Bộ quy tắc mẫu ban đầu", revision }, now);
  if (!applied.ok) throw new Error(`The demo's routing rules were not applied: ${applied.code}`);
}
