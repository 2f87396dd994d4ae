import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { languages } from "#app/domain/content/vocabulary.ts";
import { frameStates, type ListTarget, sampleChannels, sampleDeliveries, strataKinds } from "#app/domain/samples/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { rounds, slips } from "./surveys.ts";
import { units } from "./units.ts";

/** A list of transactions that people are drawn from. The file is not kept, and its rows only until the draw. */
export const sampleFrames = pgTable(
  "sample_frames",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    state: text({ enum: frameStates }).notNull().default("draft"),
    fileSha256: text().notNull(),
    /** Rows of the file beneath its headings. */
    rows: integer().notNull(),
    /** Rows one may be drawn from, wrong ones, and those whose dossier stood there already. */
    taken: integer().notNull().default(0),
    wrong: integer().notNull().default(0),
    repeated: integer().notNull().default(0),
    mapping: jsonb().$type<(ListTarget | null)[]>().notNull(),
    strataKind: text({ enum: strataKinds }).notNull().default("unit"),
    /** The rows read, sealed; null as soon as people are drawn from them. */
    sealedRows: bytes(),
    keyId: text(),
    /** What the draw was asked for (`SampleWish`), and with which seed: together with the list they give the same people. */
    plan: jsonb().$type<Record<string, unknown>>(),
    seed: text(),
    /** SHA-256 of the dossiers one could be drawn from, and of those drawn. */
    listSha256: text(),
    drawSha256: text(),
    uploadedById: uuid()
      .notNull()
      .references(() => officials.id),
    uploadedOn: date({ mode: "string" }).notNull(),
    drawnById: uuid().references(() => officials.id),
    drawnAt: instant(),
    /** Since then nobody who was drawn can be named. */
    erasedOn: date({ mode: "string" }),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("sample_frames_round").on(table.roundId)],
);

/** How many transactions a stratum has, how many were to be drawn, and how many were. */
export const sampleStrata = pgTable(
  "sample_strata",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** All zeros: none, or whichever. */
    procedureId: uuid().notNull(),
    /** N_h: transactions of the list. */
    population: integer().notNull(),
    planned: integer().notNull().default(0),
    /** n_h: people drawn. */
    drawn: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.unitId, table.procedureId] }),
    check("sample_strata_within", sql`${table.drawn} between 0 and ${table.population}`),
  ],
);

/** Somebody who was drawn. Of a slip it is known that it was used, not when; nothing here leads to a sheet. */
export const samplePeople = pgTable(
  "sample_people",
  {
    id: id(),
    frameId: uuid()
      .notNull()
      .references(() => sampleFrames.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    procedureId: uuid().notNull(),
    /** AES-256-GCM of `{ name, email, phone, address, dossier }`; null after the term. */
    sealed: bytes(),
    keyId: text(),
    /** Null after the term: then nobody can say who answered. */
    slipId: uuid()
      .unique()
      .references(() => slips.id),
    language: text({ enum: languages }).notNull(),
    channel: text({ enum: sampleChannels }).notNull(),
    delivery: text({ enum: sampleDeliveries }).notNull().default("waiting"),
    /** Printed together; counted from 1. */
    batch: integer(),
    invitedOn: date({ mode: "string" }),
    reminded: smallint().notNull().default(0),
    remindedOn: date({ mode: "string" }),
  },
  (table) => [
    index("sample_people_frame").on(table.frameId, table.channel, table.delivery),
    check("sample_people_reminded", sql`${table.reminded} between 0 and 2`),
  ],
);
