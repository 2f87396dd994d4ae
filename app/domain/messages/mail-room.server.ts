import { and, desc, inArray, sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import {
  type DeliveryReason,
  type DeliveryState,
  type MailKind,
  type MailStanding,
  mailStandings,
  type MessageTemplate,
  sendAgainStates,
} from "./vocabulary.ts";

/** A mail as the mail room shows it: nothing of what it says, of which case it is, and who exactly gets it. */
export type RoomMail = {
  id: string;
  kind: MailKind;
  state: DeliveryState;
  reason: DeliveryReason | null;
  /** The server's codes, e.g. `550 5.1.1`. */
  code: string | null;
  /** `n…@e….vn` */
  addressHint: string | null;
  /** Tries in all, those before it was sent again included. */
  tries: number;
  queuedAt: Date;
  /** When its fate was last known: taken over, returned, or claimed by a worker. */
  lastAt: Date | null;
  nextTryAt: Date | null;
  maySendAgain: boolean;
};

/** True when this official minds the whole portal's mail; it knows no units, so a right on a unit is not enough. */
export const mayMindMail = (by: Official): boolean => by.scopes["people.manage"] === "all";

/** Counting stops here, so that it costs the same however much mail there is. */
const countedMost = 1000;

/**
 * Outgoing mail, newest first. Nothing without the right.
 * @param page keyset: `after` is the id of the last one shown; one that is gone gives an empty page
 */
export async function listOutgoing(
  db: Db,
  by: Official,
  standing: MailStanding | undefined,
  { after, limit = 50 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ items: RoomMail[]; next: string | null }> {
  if (!mayMindMail(by)) return { items: [], next: null };
  const rows = await db
    .select({
      id: messages.id,
      template: messages.template,
      state: messages.state,
      reason: messages.reason,
      code: messages.code,
      addressHint: messages.addressHint,
      attempts: messages.attempts,
      earlierAttempts: messages.earlierAttempts,
      queuedAt: messages.createdAt,
      sentAt: messages.sentAt,
      bouncedAt: messages.bouncedAt,
      claimedAt: messages.claimedAt,
      nextTryAt: messages.nextTryAt,
    })
    .from(messages)
    .where(
      and(
        standing ? inArray(messages.state, mailStandings[standing]) : undefined,
        after ? sql`(${messages.createdAt}, ${messages.id}) < (select m.created_at, m.id from messages m where m.id = ${after}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit + 1);

  const items = rows.slice(0, limit).map(({ template, attempts, earlierAttempts, sentAt, bouncedAt, claimedAt, ...row }) => ({
    ...row,
    kind: kindOfMail(template),
    tries: attempts + earlierAttempts,
    lastAt: bouncedAt ?? sentAt ?? claimedAt,
    maySendAgain: sendAgainStates.some((state) => state === row.state),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many mails wait, and how many came to a bad end, each counted to a thousand at most. Empty without the right. */
export async function countOutgoing(db: Db, by: Official): Promise<Partial<Record<MailStanding, number>>> {
  if (!mayMindMail(by)) return {};
  const counts = await Promise.all(
    (["waiting", "uncertain", "failed", "bounced"] as const).map(async (standing) => {
      const some = db
        .select({ id: messages.id })
        .from(messages)
        .where(inArray(messages.state, mailStandings[standing]))
        .limit(countedMost)
        .as("some");
      return [standing, await db.$count(some)] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** Every mail to somebody who sent something is of one kind: neither a step of a case nor a confidential matter stands out. */
function kindOfMail(template: MessageTemplate): MailKind {
  if (template === "deadline_digest") return "deadline";
  if (template.startsWith("subscription_")) return "subscription";
  return /^(case|mail)_/.test(template) ? "case" : "other";
}
