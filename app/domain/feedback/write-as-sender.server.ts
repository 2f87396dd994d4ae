import { and, count, eq } from "drizzle-orm";
import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { onceByKey } from "../idempotency.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { openByReceipt, type Receipt, takeByReceipt } from "./receipt.server.ts";
import { messageMaxLength, senderMessagesMost } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * The sender writes in the private thread while the case is open. With an `idempotencyKey` a retry gets the first
 * answer, also when the case has moved on meanwhile, and no second message; a key counts for its own case only.
 */
export async function writeAsSender(db: Db, receipt: Receipt, what: { body: string; idempotencyKey?: string }, now = new Date()) {
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;
  const { idempotencyKey: key } = what;

  return inOneAct(db, async (tx) => {
    if (!key) return storeMessage(tx, receipt, body.value, now);
    const theCase = await openByReceipt(tx, receipt, { lock: true });
    if (!theCase) return refuse("case.receipt_wrong");
    return onceByKey(tx, { scope: `thread ${theCase.id}`, key, body: body.value }, () => storeMessage(tx, receipt, body.value, now));
  });
}

async function storeMessage(tx: Db, receipt: Receipt, body: string, now: Date) {
  const taken = await takeByReceipt(tx, receipt, "write");
  if (!taken.ok) return taken;
  const seen = taken.value;
  const [sent] = await tx
    .select({ n: count() })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, seen.id), eq(caseMessages.side, "sender")));
  if ((sent?.n ?? 0) >= senderMessagesMost) return refuse("case.thread_full", { most: senderMessagesMost });

  await tx.insert(caseMessages).values({ caseId: seen.id, side: "sender", body, createdAt: now });
  const moved = await moveCase(tx, "sender", seen, "write", {}, now);
  return moved.ok ? standing(moved.value.moved) : moved;
}
