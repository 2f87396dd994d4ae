/** The texts of a case that everybody reads. */
export const publicFields = ["title", "question", "answer", "legalBasis", "place"] as const;
export type PublicField = (typeof publicFields)[number];

/** Characters. */
export const publicFieldLimits = { title: 200, question: 20_000, answer: 20_000, legalBasis: 5000, place: 300 } as const satisfies Record<
  PublicField,
  number
>;
