/** What was found in a case that belongs to another law: a formal complaint, or information that denounces somebody. */
export const confidentialKinds = ["complaint", "denunciation"] as const;
export type ConfidentialKind = (typeof confidentialKinds)[number];

/** Domain.md 7.4: received here, taken over by the reception and inspectorate against a receipt, erased in time. */
export const confidentialStates = ["received", "taken_over", "erased"] as const;
export type ConfidentialState = (typeof confidentialStates)[number];
