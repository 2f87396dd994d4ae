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

export const sampleChannels = ["email", "letter"] as const;
export type SampleChannel = (typeof sampleChannels)[number];

/** `sent`: a mail was put into the outbox (what became of it, its message says) or a letter was printed. */
export const sampleDeliveries = ["waiting", "sent", "returned"] as const;
export type SampleDelivery = (typeof sampleDeliveries)[number];
