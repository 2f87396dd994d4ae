import { asc, gt, sql } from "drizzle-orm";
import { auditEvents, auditHead } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { genesisHash, hashEvent } from "./record-event.server.ts";

export type BreakReason = "an event is missing" | "the link to the event before is wrong" | "the event was changed" | "the end of the chain was cut";

export type ChainReport = { events: number; head: string } & ({ sound: true } | { sound: false; brokenAt: number; reason: BreakReason });

/**
 * Recomputes every hash from the first event on, as the chain stood at one moment: acts go on meanwhile and are not
 * mistaken for a cut. Reads in pages, so memory stays flat.
 */
export async function verifyChain(db: Db): Promise<ChainReport> {
  return db.transaction((tx) => walkChain(tx), { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function walkChain(db: Db): Promise<ChainReport> {
  // The chain's end is noted at commit; asked from within a transaction, it is noted now.
  await db.execute(sql`set constraints all immediate`);
  let previousHash = genesisHash;
  let seq = 0;

  for (;;) {
    const page = await db.select().from(auditEvents).where(gt(auditEvents.seq, seq)).orderBy(asc(auditEvents.seq)).limit(2000);
    if (page.length === 0) break;
    for (const event of page) {
      const broken = (reason: BreakReason): ChainReport => ({ events: seq, head: previousHash, sound: false, brokenAt: event.seq, reason });
      if (event.seq !== seq + 1) return broken("an event is missing");
      if (event.previousHash !== previousHash) return broken("the link to the event before is wrong");
      if (hashEvent(event) !== event.hash) return broken("the event was changed");
      previousHash = event.hash;
      seq = event.seq;
    }
  }

  const [head] = await db.select().from(auditHead);
  if (!head || head.seq !== seq || head.hash !== previousHash) {
    return { events: seq, head: previousHash, sound: false, brokenAt: seq + 1, reason: "the end of the chain was cut" };
  }
  return { events: seq, head: previousHash, sound: true };
}
