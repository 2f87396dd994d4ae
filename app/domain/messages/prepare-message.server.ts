import { and, asc, eq, inArray, lt, ne } from "drizzle-orm";
import { messages, mutedCases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "../content/vocabulary.ts";
import type { Keys } from "../keys.ts";
import type { DigestReference, FilledMessage } from "./contents.ts";
import { resolveDigest } from "./digest-items.server.ts";
import { messageContext } from "./queue-message.server.ts";
import { isSuppressed } from "./recipients.server.ts";
import { slipCodeFor } from "./slip-code-for.server.ts";
import { makeToken } from "./tokens.ts";
import { type DeliveryReason, optionalTemplates } from "./vocabulary.ts";

/** A mail ready to be rendered and sent. `id` is also its Message-ID, so that a second copy is known as one. */
export type DueMessage = FilledMessage & {
  id: string;
  address: string;
  language: Language;
  /** For the return address: what comes back to it is about this message. */
  bounceToken: string;
  /** What is written to this token goes into the case's thread; null where there is no case to name. */
  threadToken: string | null;
  /** Ids of earlier mails of the same case, oldest first. */
  earlier: readonly string[];
  /** Ends what this mail is part of; null for mail that is owed. */
  unsubscribeToken: string | null;
  /** Opens the reader's subscriptions. */
  subscriptionToken: string | null;
};

type Prepared = { ok: true; message: DueMessage } | { ok: false; state: "failed" | "suppressed"; reason: DeliveryReason };
const no = (state: "failed" | "suppressed", reason: DeliveryReason): Prepared => ({ ok: false, state, reason });

const isOptional = (template: string) => optionalTemplates.some((one) => one === template);

/** Mails an earlier one is looked for among: a thread needs its first and its last ones. */
const threadLength = 20;

/** Looks up what a message needs at the moment it goes out, and whether it may go at all. */
export async function prepareMessage(db: Db, keys: Keys, row: typeof messages.$inferSelect, now: Date): Promise<Prepared> {
  const { id, caseId, subscriptionId, language, template } = row;
  if (row.addressHash && (await isSuppressed(db, row.addressHash, now))) return no("suppressed", "address_bounces");
  const optional = caseId !== null && isOptional(template);
  if (optional && (await isMuted(db, caseId))) return no("suppressed", "not_wanted");

  const address = unsealed(keys, row);
  if (address === undefined) return no("failed", "no_such_address");
  const data = await resolveData(db, keys, row);
  if (data === undefined) return no("suppressed", "nothing_left");

  const subscriptionToken = subscriptionId ? makeToken(keys, "subscription", subscriptionId) : null;
  const message = {
    template,
    data,
    id,
    address,
    language,
    bounceToken: makeToken(keys, "bounce", id),
    threadToken: caseId ? makeToken(keys, "thread", caseId) : null,
    earlier: caseId ? await earlierOf(db, caseId, row) : [],
    unsubscribeToken: optional ? makeToken(keys, "mute", caseId) : template === "subscription_confirm" ? null : subscriptionToken,
    subscriptionToken,
  } as DueMessage;
  return { ok: true, message };
}

/** What the mail is filled with now; undefined when it has nothing to say any more. */
async function resolveData(db: Db, keys: Keys, { template, data, samplePersonId }: typeof messages.$inferSelect) {
  if (template === "subscription_digest") return resolveDigest(db, data as { day: string; items: DigestReference[] });
  if (samplePersonId === null) return data;
  const code = await slipCodeFor(db, keys, samplePersonId);
  return code && { ...data, code };
}

/** Undefined when the portal's key is another one than the address was sealed with. */
function unsealed(keys: Keys, row: typeof messages.$inferSelect): string | undefined {
  try {
    return keys.unseal(row.sealedAddress, messageContext(row.id));
  } catch {
    return undefined;
  }
}

async function isMuted(db: Db, caseId: string): Promise<boolean> {
  const rows = await db.select({ caseId: mutedCases.caseId }).from(mutedCases).where(eq(mutedCases.caseId, caseId));
  return rows.length > 0;
}

async function earlierOf(db: Db, caseId: string, row: typeof messages.$inferSelect): Promise<string[]> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.caseId, caseId),
        ne(messages.id, row.id),
        lt(messages.createdAt, row.createdAt),
        inArray(messages.state, ["sent", "uncertain", "bounced"]),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(threadLength);
  return rows.map((earlier) => earlier.id);
}
