import { createHash } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "./outcome.ts";

/** A retry comes within minutes, a draft lives three days: older keys are of no use. */
const keptDays = 7;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Runs `work` once for a key. A retry with the same key and body gets the first answer back; the same key
 * with another body is refused (`request.key_reused`). Call it inside the transaction of the work: key and
 * record are stored together or not at all. Two concurrent calls are ordered by the key's unique index.
 */
export async function onceByKey<Answer extends Record<string, unknown>, Refusal extends { ok: false }>(
  tx: Db,
  request: { scope: string; key: string; body: string },
  work: () => Promise<{ ok: true; value: Answer } | Refusal>,
) {
  const keyHash = sha256(`${request.scope}\n${request.key}`);
  const bodyHash = sha256(request.body);

  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ keyHash, bodyHash, answer: {} })
    .onConflictDoNothing()
    .returning({ keyHash: idempotencyKeys.keyHash });

  if (claimed.length === 0) {
    const [earlier] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.keyHash, keyHash));
    if (!earlier || earlier.bodyHash !== bodyHash) return refuse("request.key_reused");
    return done({ ...(earlier.answer as Answer), repeated: true });
  }

  const outcome = await work();
  if (!outcome.ok) {
    await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.keyHash, keyHash));
    return outcome;
  }
  await tx.update(idempotencyKeys).set({ answer: outcome.value }).where(eq(idempotencyKeys.keyHash, keyHash));
  return done({ ...outcome.value, repeated: false });
}

/** True when a request with this key was answered before: a retry, which no limit should stop. */
export async function idempotencyKeyIsKnown(db: Db, request: { scope: string; key: string }): Promise<boolean> {
  const keyHash = sha256(`${request.scope}\n${request.key}`);
  const [known] = await db.select({ keyHash: idempotencyKeys.keyHash }).from(idempotencyKeys).where(eq(idempotencyKeys.keyHash, keyHash));
  return known !== undefined;
}

/** Removes up to `atMost` keys nobody will come back with. @returns how many */
export async function forgetOldKeys(tx: Db, now: Date, atMost: number): Promise<number> {
  const due = tx
    .select({ keyHash: idempotencyKeys.keyHash })
    .from(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - keptDays * 86_400_000)))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(idempotencyKeys)
    .where(sql`${idempotencyKeys.keyHash} = any(array${due})`)
    .returning({ keyHash: idempotencyKeys.keyHash });
  return gone.length;
}
