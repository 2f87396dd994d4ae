/** “Bạn nói – chúng tôi làm”: written by a unit, put before the public by somebody else, perhaps taken back. */
export const improvementStates = ["draft", "published", "withdrawn"] as const;
export type ImprovementState = (typeof improvementStates)[number];

/** Characters of what people said and of what was done. */
export const improvementMaxLength = 600;
