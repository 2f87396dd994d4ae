import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { languages } from "#app/domain/content/vocabulary.ts";
import {
  deliveryReasons,
  deliveryStates,
  incomingKinds,
  incomingStates,
  messageTemplates,
  subscriptionStates,
  subscriptionTopics,
} from "#app/domain/messages/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { samplePeople } from "./samples.ts";

/** Who wants to be written to about a unit, a procedure, a section or a field. The address is sealed. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: id(),
    topic: text({ enum: subscriptionTopics }).notNull(),
    slug: text().notNull(),
    language: text({ enum: languages }).notNull(),
    sealedAddress: bytes().notNull(),
    keyId: text().notNull(),
    /** HMAC of the address: one reader's subscriptions are found together, and none twice. */
    addressHash: text().notNull(),
    state: text({ enum: subscriptionStates }).notNull().default("pending"),
    confirmedAt: instant(),
    /** The last day a digest was made: at most one a day. */
    digestedOn: date({ mode: "string" }),
    /** What was published until then was told. */
    toldUntil: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("subscriptions_reader_topic").on(table.addressHash, table.topic, table.slug),
    index("subscriptions_digest").on(table.state, table.addressHash),
  ],
);

/** Outbox: a message is written in the act's transaction and sent by a job. The address is sealed. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    caseId: uuid().references(() => cases.id, { onDelete: "cascade" }),
    subscriptionId: uuid().references(() => subscriptions.id, { onDelete: "cascade" }),
    samplePersonId: uuid().references(() => samplePeople.id, { onDelete: "cascade" }),
    template: text({ enum: messageTemplates }).notNull(),
    language: text({ enum: languages }).notNull(),
    sealedAddress: bytes().notNull(),
    keyId: text().notNull(),
    /** HMAC of the address, to see whether mail to it is suppressed. */
    addressHash: text(),
    /** Enough for its owner to know it: `n…@e….vn`. */
    addressHint: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: deliveryStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** Tries before an official had it sent again: from there they are counted, and paused, anew. */
    earlierAttempts: integer().notNull().default(0),
    reason: text({ enum: deliveryReasons }),
    /** The server's codes, e.g. `550 5.1.1`. */
    code: text(),
    lastError: text(),
    nextTryAt: instant(),
    /** The worker that is sending it; only that one may hand it over or write down what came of it. */
    claim: uuid(),
    claimedAt: instant(),
    /** Set just before the server gets the text: from here on it may have arrived. */
    handedOverAt: instant(),
    sentAt: instant(),
    bouncedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index("messages_case").on(table.caseId),
    index("messages_state").on(table.state, table.nextTryAt),
    index("messages_subscription").on(table.subscriptionId),
    index("messages_sample_person").on(table.samplePersonId),
    index("messages_room").on(table.state, table.createdAt, table.id),
    index("messages_created").on(table.createdAt, table.id),
  ],
);

/** Addresses that returned mail, by their fingerprint. */
export const mailRecipients = pgTable("mail_recipients", {
  addressHash: text().primaryKey(),
  hardBounces: integer().notNull().default(0),
  lastCode: text(),
  /** No mail is sent to it from then on. */
  suppressedAt: instant(),
  createdAt: createdAt(),
});

/** Senders who do not want the news of their case that they may do without. */
export const mutedCases = pgTable("muted_cases", {
  caseId: uuid()
    .primaryKey()
    .references(() => cases.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});

/** Mail that came in, sealed. A mail that comes twice is kept once. */
export const incomingMails = pgTable(
  "incoming_mails",
  {
    id: id(),
    /** HMAC of its Message-ID, else of the whole. */
    messageHash: text().notNull().unique(),
    kind: text({ enum: incomingKinds }).notNull(),
    state: text({ enum: incomingStates }).notNull(),
    /** The mail as it came; null once nothing more is to be made of it. */
    sealedMail: bytes(),
    keyId: text(),
    caseId: uuid().references(() => cases.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [index("incoming_mails_state").on(table.state, table.createdAt), index("incoming_mails_case").on(table.caseId)],
);
