import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { languages } from "#app/domain/content/vocabulary.ts";
import type { PersonalDataKind } from "#app/domain/publishing/vocabulary.ts";
import { remarkStates, setAsideReasons } from "#app/domain/remarks/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { rounds } from "./surveys.ts";
import { units } from "./units.ts";

/**
 * What officials did with an open answer: its id is that of the answer in `sheet_texts`, which is never changed. It outlives
 * the answer, for what the answers were about is counted for good; its words do so only where they are public. All moments
 * in it are officials’, none the sender’s.
 */
export const remarks = pgTable(
  "remarks",
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    question: text().notNull(),
    state: text({ enum: remarkStates }).notNull().default("read"),
    setAsideReason: text({ enum: setAsideReasons }),
    /** The words for everybody, as somebody proposed them. */
    publicText: text(),
    language: text({ enum: languages }).notNull().default("vi"),
    /** What looks like personal data and stays in the public text all the same. */
    kept: jsonb().$type<{ kind: PersonalDataKind; text: string }[]>().notNull().default([]),
    keptReason: text(),
    /** Why it was given back, hidden or taken back. */
    reason: text(),
    /** Rises with every change of the text or the state: who decides on an older one is told. */
    revision: integer().notNull().default(1),
    proposedById: uuid().references(() => officials.id),
    approvedById: uuid().references(() => officials.id),
    publishedAt: instant(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    index("remarks_round").on(table.roundId, table.state),
    check("remarks_four_eyes", sql`${table.approvedById} is null or ${table.approvedById} <> ${table.proposedById}`),
  ],
);

/** Which answer is about what. A tag is a code of the round’s questionnaire (factor or criterion) or of an own tag. */
export const remarkTags = pgTable(
  "remark_tags",
  {
    remarkId: uuid()
      .notNull()
      .references(() => remarks.id, { onDelete: "cascade" }),
    roundId: uuid().notNull(),
    unitId: uuid().notNull(),
    tag: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.remarkId, table.tag] }), index("remark_tags_round").on(table.roundId, table.tag, table.unitId)],
);

/** Tags that an authority made beside those of its questionnaires. */
export const ownTags = pgTable(
  "remark_own_tags",
  {
    id: id(),
    authorityId: uuid()
      .notNull()
      .references(() => units.id),
    /** `~` and the folded name. */
    code: text().notNull(),
    nameVi: text().notNull(),
    nameEn: text(),
    madeById: uuid().references(() => officials.id),
    /** No answer gets it any more; those that have it keep it. */
    retiredAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("remark_own_tags_code").on(table.authorityId, table.code)],
);
