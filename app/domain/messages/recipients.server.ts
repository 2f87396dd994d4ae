import { and, eq, gt, sql } from "drizzle-orm";
import { mailRecipients } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** Hard bounces after which an address gets no more mail; one is enough when the server says there is no such mailbox. */
const hardBouncesMost = 3;
/** People get their mailbox back: after so many days it is tried again. */
const suppressedDays = 90;

/** True while mail to this address is not sent, because it kept coming back. */
export async function isSuppressed(db: Db, addressHash: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - suppressedDays * 86_400_000);
  const rows = await db
    .select({ addressHash: mailRecipients.addressHash })
    .from(mailRecipients)
    .where(and(eq(mailRecipients.addressHash, addressHash), gt(mailRecipients.suppressedAt, since)));
  return rows.length > 0;
}

/** Counts a mail that a server refused or returned for good. @param code e.g. `550 5.1.1` */
export async function noteHardBounce(db: Db, addressHash: string, code: string | null, now: Date): Promise<void> {
  const noMailbox = /\b5\.1\.\d/.test(code ?? "");
  const suppressedAt = noMailbox ? now : null;
  await db
    .insert(mailRecipients)
    .values({ addressHash, hardBounces: 1, lastCode: code, suppressedAt, createdAt: now })
    .onConflictDoUpdate({
      target: mailRecipients.addressHash,
      set: {
        hardBounces: sql`${mailRecipients.hardBounces} + 1`,
        lastCode: code,
        suppressedAt: noMailbox
          ? now
          : sql`case when ${mailRecipients.hardBounces} + 1 >= ${hardBouncesMost} then ${now.toISOString()}::timestamptz else ${mailRecipients.suppressedAt} end`,
      },
    });
}
