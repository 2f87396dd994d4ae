/** What a column of a list of transactions may be. `dossier`: its number, by which nobody stands in the list twice. */
export const listTargets = ["unit", "procedure", "dossier", "name", "email", "phone", "address", "language"] as const;
export type ListTarget = (typeof listTargets)[number];

/** `draft`: read, its columns not yet confirmed. `ready`: counted by stratum. `drawn`: who was drawn is known, the rest is gone. */
export const frameStates = ["draft", "ready", "drawn"] as const;
export type FrameState = (typeof frameStates)[number];

/** What makes a stratum: a sheet's own unit, or its unit and procedure, say which one it belongs to. */
export const strataKinds = ["unit", "unit_procedure"] as const;
export type StrataKind = (typeof strataKinds)[number];

/** The procedure of a stratum that has none. */
export const noProcedure = "00000000-0000-0000-0000-000000000000";
/** Procedures with fewer transactions than this in a unit share one stratum: few people are easily told apart. */
export const stratumSmallest = 10;

export const sampleChannels = ["email", "letter"] as const;
export type SampleChannel = (typeof sampleChannels)[number];

/** `sent`: a mail was put into the outbox (what became of it, its message says) or a letter was printed. */
export const sampleDeliveries = ["waiting", "sent", "returned"] as const;
export type SampleDelivery = (typeof sampleDeliveries)[number];

/** Why nobody can be drawn by a row, beside what is missing or wrong in one of its fields. */
export const transactionProblems = ["unknown_unit", "unknown_procedure", "no_way"] as const;

export const listMaxRows = 50_000;
export const listMaxBytes = 16 * 1024 * 1024;
/** A list nobody drew from is kept so many days, sealed. */
export const listKeptDays = 7;
/** Those drawn can be named for so many days after the round ended; told at /quyen-rieng-tu. */
export const contactTermDays = 30;

export const sampleMethods = ["slovin", "cochran"] as const;
export type SampleMethod = (typeof sampleMethods)[number];
export const allocations = ["proportional", "equal"] as const;
export type Allocation = (typeof allocations)[number];
export const confidenceLevels = [90, 95, 99] as const;
export type ConfidenceLevel = (typeof confidenceLevels)[number];
/** The widest margin a plan may ask for, in points, and the largest minimum of a stratum. */
export const marginMost = 20;
export const minimumMost = 1000;
export const seedMaxLength = 100;

/** Mails that one press puts into the outbox. */
export const mailsPerBatch = 500;
/** Letters of one print; a tray of paper and a sack of post. */
export const lettersPerBatch = 200;
/** How often somebody who did not answer is reminded, and the days between two letters to them. */
export const remindersMost = 2;
export const reminderDays = 7;
