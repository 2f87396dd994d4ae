import { and, count, eq } from "drizzle-orm";
import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";
import { messageMaxLength, senderMessagesMost } from "./vocabulary.ts";
import { written } from "./written.ts";

/** The sender writes in the private thread while the case is open. */
export async function writeAsSender(db: Db, receipt: Receipt, what: { body: string }, now = new Date()) {
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;

  return inOneAct(db, async (tx) => {
    const taken = await takeByReceipt(tx, receipt, "write");
    if (!taken.ok) return taken;
    const seen = taken.value;
    const [written] = await tx
      .select({ n: count() })
      .from(caseMessages)
      .where(and(eq(caseMessages.caseId, seen.id), eq(caseMessages.side, "sender")));
    if ((written?.n ?? 0) >= senderMessagesMost) return refuse("case.thread_full", { most: senderMessagesMost });

    await tx.insert(caseMessages).values({ caseId: seen.id, side: "sender", body: body.value, createdAt: now });
    const moved = await moveCase(tx, "sender", seen, "write", {}, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}
