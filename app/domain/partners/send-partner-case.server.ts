import { eq } from "drizzle-orm";
import { cases, partnerCases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Sending, type SentCase, sendCase } from "../feedback/index.server.ts";
import type { FileStore } from "../file-store.ts";
import { idempotencyKeyIsKnown } from "../idempotency.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { onTurn } from "../rate-limit.server.ts";
import { hashOfCode } from "./api-key-code.server.ts";
import type { ApiKey } from "./find-api-key.server.ts";

export type SentPartnerCase = SentCase & { /** Opens the case's number, nothing else. */ token: string };

/**
 * A case another system sends for somebody: the same act as the web form, counted against the key instead of the
 * client, and remembered with the key it came by. `sending.idempotencyKey` is made apart for each key.
 */
export async function sendPartnerCase(
  db: Db,
  keys: Keys,
  files: FileStore,
  by: ApiKey,
  what: Omit<Sending, "channel" | "client" | "enteredBy">,
  { limited, now = new Date() }: { limited: boolean; now?: Date },
) {
  const idempotencyKey = `${by.id} ${what.idempotencyKey}`;
  // A limiter is kept by its name, so limits of another size have another name.
  const limit = { name: `api-key-${by.hourlyLimit}`, points: by.hourlyLimit, seconds: 3600 };
  const token = keys.derive("open311-token", idempotencyKey).toString("base64url");
  const send = () =>
    inOneAct(db, async (tx) => {
      const stored = await sendCase(tx, keys, files, { ...what, idempotencyKey, channel: "api", client: null }, now);
      if (!stored.ok || stored.value.repeated) return stored;
      const [theCase] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.code, stored.value.code));
      if (!theCase) throw new Error("The case cannot be found again");
      await tx.insert(partnerCases).values({ caseId: theCase.id, apiKeyId: by.id, tokenHash: hashOfCode(token), createdAt: now });
      return stored;
    });
  const isRetry = () => idempotencyKeyIsKnown(db, { scope: "case", key: idempotencyKey });
  const sent = await onTurn(db, limited ? { limit, key: by.id } : null, isRetry, send);
  if ("wait" in sent) return refuse("api_key.too_many", { minutes: Math.ceil(sent.wait / 60), most: by.hourlyLimit });
  if (!sent.ok) return sent;
  return done<SentPartnerCase>({ ...sent.value, token });
}

/** The number of the case that was sent with this token; it is printed on the receipt too and opens nothing by itself. */
export async function findCodeByToken(db: Db, token: string): Promise<string | undefined> {
  const [found] = await db
    .select({ code: cases.code })
    .from(partnerCases)
    .innerJoin(cases, eq(cases.id, partnerCases.caseId))
    .where(eq(partnerCases.tokenHash, hashOfCode(token)));
  return found?.code;
}
