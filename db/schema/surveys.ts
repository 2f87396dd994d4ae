import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { languages } from "#app/domain/content/vocabulary.ts";
import {
  exclusionReasons,
  extensionStates,
  indexVariants,
  modeGroups,
  roundStages,
  roundStates,
  sheetFlags,
  sheetModes,
  slipOccasions,
  slipStates,
} from "#app/domain/surveys/vocabulary.ts";
import { createdAt, foldedWords, id, instant } from "./columns.ts";
import { procedures } from "./procedures.ts";
import { units, unitVersions } from "./units.ts";

export const questionnaires = pgTable("questionnaires", {
  id: id(),
  code: text().notNull().unique(),
  /** Whose it is: those who manage this unit's surveys write its versions. Null: the whole portal's, as those it comes with are. */
  ownerId: uuid().references(() => units.id),
  createdAt: createdAt(),
});

/** Immutable once used (a trigger holds it). */
export const questionnaireVersions = pgTable(
  "questionnaire_versions",
  {
    id: id(),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    version: integer().notNull(),
    /** `Questionnaire` of domain/surveys/schemas.ts. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    indexVariant: text({ enum: indexVariants }).notNull().default("pooled"),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("questionnaire_versions_number").on(table.questionnaireId, table.version)],
);

/** A version that is still being written. Finishing it makes a version of it and takes the draft away. */
export const questionnaireDrafts = pgTable(
  "questionnaire_drafts",
  {
    id: id(),
    code: text().notNull(),
    version: integer().notNull(),
    /** `QuestionnaireDraft` of domain/surveys/questionnaire-schema.ts. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Rises with every change: who changes an older one is told. */
    revision: integer().notNull().default(1),
    changedById: uuid().notNull(),
    changedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("questionnaire_drafts_number").on(table.code, table.version)],
);

export const rounds = pgTable("rounds", {
  id: id(),
  slug: text().notNull().unique(),
  state: text({ enum: roundStates }).notNull(),
  /** Where it stands inside the office; a check of the database ties it to `state`. */
  stage: text({ enum: roundStages }).notNull().default("drafting"),
  titleVi: text().notNull(),
  titleEn: text().notNull(),
  authorityId: uuid()
    .notNull()
    .references(() => units.id),
  questionnaireVersionId: uuid()
    .notNull()
    .references(() => questionnaireVersions.id),
  opensOn: date({ mode: "string" }).notNull(),
  closesOn: date({ mode: "string" }).notNull(),
  /** Last day on which paper sheets are typed in; null: `closesOn`. */
  keyingUntil: date({ mode: "string" }),
  /** Percent satisfied the authority set itself, e.g. 83. */
  target: numeric({ mode: "number" }),
  modes: text({ enum: sheetModes }).array().notNull(),
  /** What respondents are told about the use of their answers; null in rounds older than this column. */
  consentVi: text(),
  consentEn: text(),
  /** Why the approver gave it back, until it is handed in again. */
  returnReason: text(),
  closedAt: instant(),
  /** All sheets at the close: their number, their hash (`hashSheets`) and by which version of its lines. */
  closedSheets: integer(),
  closedSha256: text(),
  hashVersion: smallint(),
  /** What the correction being made will tell the public. */
  correctionVi: text(),
  correctionEn: text(),
  createdAt: createdAt(),
});

/** A later last day of an open round: asked for by who manages it, decided by a leader. What was approved is public, with its reason. */
export const roundExtensions = pgTable(
  "round_extensions",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    /** The last day as it was, and as it is asked for. */
    fromDay: date({ mode: "string" }).notNull(),
    untilDay: date({ mode: "string" }).notNull(),
    reasonVi: text().notNull(),
    reasonEn: text().notNull(),
    state: text({ enum: extensionStates }).notNull().default("asked"),
    askedAt: instant().notNull(),
    decidedAt: instant(),
  },
  (table) => [
    uniqueIndex("round_extensions_asked")
      .on(table.roundId)
      .where(sql`${table.state} = 'asked'`),
    check("round_extensions_later", sql`${table.untilDay} > ${table.fromDay}`),
  ],
);

export const roundUnits = pgTable(
  "round_units",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    unitVersionId: uuid()
      .notNull()
      .references(() => unitVersions.id),
    /** Transactions of the period, N_s, for weights and sample sizes. */
    population: integer(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.unitId] })],
);

/** A slip: one code, one sheet. It never points to the sheet it let in. */
export const slips = pgTable(
  "slips",
  {
    id: id(),
    codeHash: text().notNull().unique(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    procedureId: uuid().references(() => procedures.id),
    /** The mode of the sheet it lets in. */
    mode: text({ enum: sheetModes }).notNull().default("desk_slip"),
    occasion: text({ enum: slipOccasions }).notNull(),
    state: text({ enum: slipStates }).notNull().default("issued"),
    issuedOn: date({ mode: "string" }).notNull(),
    expiresOn: date({ mode: "string" }).notNull(),
    /** Not of a drawn person's slip: by the day it could be told which sheets may be theirs. */
    usedOn: date({ mode: "string" }),
    issuedById: uuid(),
    /** Slips of one sheet of paper; counted from 1 in each round. */
    batch: integer(),
  },
  (table) => [
    index("slips_round").on(table.roundId, table.state),
    check("slips_sample_no_day", sql`${table.mode} <> 'sample' or ${table.usedOn} is null`),
  ],
);

/**
 * One answer sheet. No person, no slip, no exact time, no order: a random id and a day.
 * `answers` follows the order of the version's five-level questions; 0 is “not answered”, 6 “does not apply”.
 * `choices` follows the order of its other closed questions, one integer each (`stored-answer.ts`); 0 is “not answered”.
 * `flags` is a bit set of `sheetFlags`.
 */
export const sheets = pgTable(
  "sheets",
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid().notNull(),
    questionnaireVersionId: uuid().notNull(),
    unitId: uuid().notNull(),
    procedureId: uuid(),
    mode: text({ enum: sheetModes }).notNull(),
    language: text({ enum: languages }).notNull(),
    day: date({ mode: "string" }).notNull(),
    answers: smallint().array().notNull(),
    choices: integer().array().notNull(),
    flags: smallint().notNull().default(0),
    folded: boolean().notNull().default(false),
  },
  (table) => [
    // In this order the fold job takes them, so that one batch adds to few counts.
    index("sheets_tail")
      .on(table.roundId, table.unitId, table.procedureId, table.mode, table.day)
      .where(sql`not ${table.folded}`),
    index("sheets_round").on(table.roundId, table.unitId),
    check("sheets_answers_scale", sql`0 <= all(${table.answers}) and 6 >= all(${table.answers})`),
  ],
);

/** Open answers, apart from their sheet. Published only through the gateway. */
export const sheetTexts = pgTable(
  "sheet_texts",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    question: text().notNull(),
    body: text().notNull(),
    month: date({ mode: "string" }).notNull(),
    /** Written anew among others of its round, so that the row no longer tells with which it came in (`mixTexts`). */
    mixed: boolean().notNull().default(false),
  },
  (table) => [
    index("sheet_texts_new")
      .on(table.roundId, table.question)
      .where(sql`not ${table.mixed}`),
    index("sheet_texts_round").on(table.roundId),
    // In the order of their random ids they are read, a page at a time; the other counts them by question and unit.
    index("sheet_texts_page").on(table.roundId, table.id),
    index("sheet_texts_group").on(table.roundId, table.question, table.unitId),
    index("sheet_texts_search").using("gin", foldedWords(table.body)),
  ],
);

/**
 * Counts kept by the fold job. `question` is the index in `sheets.answers`, with value 0–6; -1 counts whole sheets; from 1000
 * on the index in `sheets.choices`; the rest is told in domain/surveys/sheet-marks.server.ts.
 */
export const tallies = pgTable(
  "tallies",
  {
    roundId: uuid().notNull(),
    unitId: uuid().notNull(),
    /** All zeros when the sheet names no procedure. */
    procedureId: uuid().notNull(),
    mode: text({ enum: sheetModes }).notNull(),
    day: date({ mode: "string" }).notNull(),
    question: smallint().notNull(),
    value: smallint().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.roundId, table.unitId, table.procedureId, table.mode, table.day, table.question, table.value],
    }),
    // Whole sheets: how many, by day, by unit. Few lines among many, and asked often.
    index("tallies_whole")
      .on(table.roundId, table.day, table.mode, table.unitId)
      .where(sql`${table.question} = -1`),
  ],
);

/**
 * Answers on the five-level scale by what people said about themselves, for a whole round: never crossed with units or
 * procedures. `place` is the index of the profile question in `sheets.choices`, `option` what was chosen there; place 255 is the
 * question about overall satisfaction, and its option the level.
 */
export const profileTallies = pgTable(
  "profile_tallies",
  {
    roundId: uuid().notNull(),
    modeGroup: text({ enum: modeGroups }).notNull(),
    place: smallint().notNull(),
    option: smallint().notNull(),
    question: smallint().notNull(),
    value: smallint().notNull(),
    n: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ name: "profile_tallies_key", columns: [table.roundId, table.modeGroup, table.place, table.option, table.question, table.value] }),
  ],
);

/** Published figures of a round: never changed; a correction is a new version with a note. */
export const resultSnapshots = pgTable(
  "result_snapshots",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    version: integer().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    contentSha256: text().notNull(),
    rawSha256: text().notNull(),
    /** What a correction tells the public, in both languages; null in the first computation. */
    note: text(),
    noteEn: text(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("result_snapshots_version").on(table.roundId, table.version)],
);

/** Which snapshots an approver published, numbered from 1: the first results and each correction. Never changed. */
export const resultEditions = pgTable(
  "result_editions",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    edition: smallint().notNull(),
    snapshotId: uuid()
      .notNull()
      .references(() => resultSnapshots.id),
    publishedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.edition] })],
);

/**
 * Groups of sheets that were declared invalid: by unit, way of answering, days and flag, each of them or none. No sheet is
 * named and none is changed; figures are computed without those of the group.
 */
export const sheetExclusions = pgTable(
  "sheet_exclusions",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    /** From 1 in each round. */
    number: smallint().notNull(),
    unitId: uuid().references(() => units.id),
    mode: text({ enum: sheetModes }),
    fromDay: date({ mode: "string" }),
    toDay: date({ mode: "string" }),
    flag: text({ enum: sheetFlags }),
    reason: text({ enum: exclusionReasons }).notNull(),
    /** What happened, for the office. */
    note: text().notNull(),
    /** Sheets it took out that no exclusion before it had. */
    sheets: integer().notNull(),
    declaredById: uuid().notNull(),
    declaredAt: instant().notNull(),
    withdrawnById: uuid(),
    withdrawnAt: instant(),
    withdrawnNote: text(),
  },
  (table) => [
    uniqueIndex("sheet_exclusions_number").on(table.roundId, table.number),
    check("sheet_exclusions_group", sql`num_nonnulls(${table.unitId}, ${table.mode}, ${table.fromDay}, ${table.toDay}, ${table.flag}) > 0`),
  ],
);
