import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, date, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  assignmentRoles,
  caseFields,
  caseKinds,
  caseStates,
  channels,
  conclusions,
  openStates,
  refusalReasons,
  replyStates,
  submitterTypes,
  withholdReasons,
} from "#app/domain/feedback/vocabulary.ts";
import { languages } from "#app/domain/content/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { procedures, procedureVersions } from "./procedures.ts";
import { units, unitVersions } from "./units.ts";

/** A case of feedback. It holds no identity: who sent it is in `case_identities`. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    code: text().notNull().unique(),
    kind: text({ enum: caseKinds }).notNull(),
    content: smallint().$type<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8>(),
    field: text({ enum: caseFields }),
    state: text({ enum: caseStates }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    language: text({ enum: languages }).notNull().default("vi"),
    submitterType: text({ enum: submitterTypes }).notNull(),
    channel: text({ enum: channels }).notNull(),
    place: text(),
    happenedOn: date({ mode: "string" }),
    procedureId: uuid().references(() => procedures.id),
    procedureVersionId: uuid().references(() => procedureVersions.id),
    /** The unit the sender named, as it was that day. */
    aboutUnitId: uuid().references(() => units.id),
    aboutUnitVersionId: uuid().references(() => unitVersions.id),
    /** The unit that must answer now, and how it was called when it got the case. */
    unitId: uuid().references(() => units.id),
    unitVersionId: uuid().references(() => unitVersions.id),
    handlerId: uuid().references(() => officials.id),
    publishWish: boolean().notNull().default(true),
    urgent: boolean().notNull().default(false),
    /** Kept for the public figures: a refusal's code is counted, its text goes to the sender only. */
    refusalReason: text({ enum: refusalReasons }),
    refusalText: text(),
    withholdReason: text({ enum: withholdReasons }),
    supplementRequest: text(),
    /** How often the sender was asked for more: once, twice with approval. */
    supplementRequests: integer().notNull().default(0),
    externalBody: text(),
    externalLetter: text(),
    conclusion: text({ enum: conclusions }),
    rating: smallint(),
    ratingComment: text(),
    ratedAt: instant(),
    reopenedFrom: integer().notNull().default(0),
    /** The unit whose answer its sender took to the superior one: it does not review itself. */
    appealedUnitId: uuid().references(() => units.id),
    bounces: integer().notNull().default(0),
    duplicateOfId: uuid().references((): AnyPgColumn => cases.id),
    parentId: uuid().references((): AnyPgColumn => cases.id),
    enteredById: uuid().references(() => officials.id),
    /** The case's number where it was taken first: a call centre's, a letter's register. Parts of a split case keep it. */
    originalNumber: text(),
    /** Whose number that is: the call centre a list came from; null for what an official wrote down. */
    source: text(),
    /** SHA-256 of the receipt key; the key itself is shown once. */
    receiptHash: text().notNull(),
    receivedAt: instant().notNull(),
    receivedOn: date({ mode: "string" }).notNull(),
    acceptedAt: instant(),
    answeredAt: instant(),
    closedAt: instant(),
    /** The next day something is due, for the work lists; null when no clock runs. */
    nextDueOn: date({ mode: "string" }),
    /** Folded subject and body, for similar cases and search in the office. */
    searchText: text().notNull().default(""),
    /** Grows with every write: two officials cannot both save. */
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    index("cases_state_due").on(table.state, table.nextDueOn),
    index("cases_unit_state").on(table.unitId, table.state, table.nextDueOn),
    index("cases_handler").on(table.handlerId, table.state),
    index("cases_received").on(table.receivedOn, table.id),
    // The order of the work lists, word for word.
    index("cases_work_order").on(
      sql`(not (${table.urgent} and ${table.nextDueOn} is not null))`,
      sql`coalesce(${table.nextDueOn}, date '9999-12-31')`,
      table.receivedOn,
      table.id,
    ),
    // The same order for what is open: all that work lists and their counts ask for stands in the index.
    index("cases_open_order")
      .on(
        sql`(not (${table.urgent} and ${table.nextDueOn} is not null))`,
        sql`coalesce(${table.nextDueOn}, date '9999-12-31')`,
        table.receivedOn,
        table.id,
        table.state,
        table.nextDueOn,
        table.handlerId,
        table.unitId,
        table.aboutUnitId,
      )
      .where(sql.raw(`state in (${openStates.map((state) => `'${state}'`).join(", ")})`)),
    // And for one state or one unit, whatever became of its cases.
    index("cases_state_order").on(
      table.state,
      sql`(not (${table.urgent} and ${table.nextDueOn} is not null))`,
      sql`coalesce(${table.nextDueOn}, date '9999-12-31')`,
      table.receivedOn,
      table.id,
    ),
    index("cases_unit_order").on(
      table.unitId,
      sql`(not (${table.urgent} and ${table.nextDueOn} is not null))`,
      sql`coalesce(${table.nextDueOn}, date '9999-12-31')`,
      table.receivedOn,
      table.id,
    ),
    index("cases_procedure").on(table.procedureId),
    index("cases_parent")
      .on(table.parentId)
      .where(sql`${table.parentId} is not null`),
    index("cases_closed").on(table.closedAt),
    index("cases_field").on(table.field, table.receivedOn, table.id),
    // The monthly review looks at the worst ratings.
    index("cases_one_star")
      .on(table.ratedAt)
      .where(sql`${table.rating} = 1`),
    index("cases_place")
      .on(sql`lower(${table.place})`, table.receivedOn)
      .where(sql`${table.place} is not null`),
    index("cases_original_number").on(table.originalNumber),
    uniqueIndex("cases_source_number")
      .on(table.source, table.originalNumber)
      .where(sql`${table.parentId} is null`),
    index("cases_search").using("gin", sql`${table.searchText} gin_trgm_ops`),
    check("cases_rating_scale", sql`${table.rating} between 1 and 5`),
    check("cases_content_scale", sql`${table.content} between 1 and 8`),
  ],
);

/** Who sent a case, encrypted, apart. Every reading by an official is an event with its reason. */
export const caseIdentities = pgTable(
  "case_identities",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** AES-256-GCM of `{ name, phone, email, address, organisation }`. */
    sealed: bytes().notNull(),
    keyId: text().notNull(),
    /** HMAC of the contact, to find a sender's earlier cases without reading any. */
    contactHash: text(),
    createdAt: createdAt(),
  },
  (table) => [index("case_identities_contact").on(table.contactHash)],
);

/** The two-way thread between the sender (by receipt) and the office. Never public. */
export const caseMessages = pgTable(
  "case_messages",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    side: text({ enum: ["sender", "office"] }).notNull(),
    officialId: uuid().references(() => officials.id),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("case_messages_case").on(table.caseId, table.createdAt)],
);

export const caseNotes = pgTable(
  "case_notes",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    officialId: uuid()
      .notNull()
      .references(() => officials.id),
    body: text().notNull(),
    /** Set when it is the opinion of a supporting unit: that unit, as it was called then. */
    unitVersionId: uuid().references(() => unitVersions.id),
    createdAt: createdAt(),
  },
  (table) => [index("case_notes_case").on(table.caseId, table.createdAt)],
);

export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    caseId: uuid().references(() => cases.id, { onDelete: "cascade" }),
    /** What the sender called it; never public. */
    fileName: text().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    /** Re-encoded, without EXIF; the received original is not kept. */
    storageKey: text().notNull(),
    width: integer(),
    height: integer(),
    /** Set only by the publish gateway. */
    publicKey: text().unique(),
    createdAt: createdAt(),
  },
  (table) => [index("attachments_case").on(table.caseId)],
);

export const assignments = pgTable(
  "assignments",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    fromUnitId: uuid().references(() => units.id),
    toUnitId: uuid()
      .notNull()
      .references(() => units.id),
    toUnitVersionId: uuid()
      .notNull()
      .references(() => unitVersions.id),
    role: text({ enum: assignmentRoles }).notNull(),
    note: text(),
    assignedById: uuid()
      .notNull()
      .references(() => officials.id),
    acceptedAt: instant(),
    bouncedAt: instant(),
    bounceReason: text(),
    /** When a unit stopped supporting. */
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index("assignments_case").on(table.caseId),
    index("assignments_unit").on(table.toUnitId),
    index("assignments_supporting")
      .on(table.toUnitId, table.caseId)
      .where(sql`${table.role} = 'supporting' and ${table.endedAt} is null`),
  ],
);

export const replies = pgTable(
  "replies",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    round: integer().notNull().default(1),
    state: text({ enum: replyStates }).notNull(),
    authorId: uuid()
      .notNull()
      .references(() => officials.id),
    /** Everybody who saved a text of this answer: none of them approves it. */
    writerIds: uuid().array().notNull().default([]),
    body: text().notNull().default(""),
    conclusion: text({ enum: conclusions }),
    legalBasis: text(),
    publicTitle: text().notNull().default(""),
    publicQuestion: text().notNull().default(""),
    publicAnswer: text().notNull().default(""),
    returnComment: text(),
    approvedById: uuid().references(() => officials.id),
    approvedAt: instant(),
    revision: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("replies_case_round").on(table.caseId, table.round),
    check("replies_four_eyes", sql`${table.approvedById} is null or ${table.approvedById} <> ${table.authorId}`),
  ],
);
