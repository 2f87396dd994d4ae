import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { confidentialItems, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import type { ConfidentialKind } from "./vocabulary.ts";

/** Everything that was told, sealed in one piece. */
export type ConfidentialContent = {
  subject: string;
  body: string;
  place: string | null;
  happenedOn: string | null;
  channel: string;
  sender: Record<string, string | undefined> | null;
  thread: { side: "sender" | "office"; body: string; at: string }[];
  files: { fileName: string; mime: string; storageKey: string }[];
};

export const itemContext = (id: string) => `confidential:${id}`;

/** Takes an item into the confidential store. Its event names the item only, and leads to no case. */
export async function storeConfidentialItem(
  tx: Db,
  keys: Keys,
  by: Official,
  item: { kind: ConfidentialKind; unitId: string | null; receivedOn: string; content: ConfidentialContent },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { sealed, keyId } = keys.seal(JSON.stringify(item.content), itemContext(id));
  await tx.insert(confidentialItems).values({
    id,
    kind: item.kind,
    state: "received",
    sealed,
    keyId,
    authorityId: await authorityOf(tx, item.unitId),
    receivedOn: item.receivedOn,
    handedOverById: by.id,
    createdAt: now,
  });
  await recordEvent(tx, by, { act: "confidential.received", subject: "confidential", subjectId: id }, now);
}

/** Only the authority, never the unit: “never counted per unit”. */
async function authorityOf(tx: Db, unitId: string | null): Promise<string | null> {
  if (!unitId) return null;
  const [unit] = await tx.select({ id: units.id, authorityId: units.authorityId }).from(units).where(eq(units.id, unitId));
  return unit?.authorityId ?? unit?.id ?? null;
}
