const doneWords = ["opened", "imported", "recounted", "selfSaved", "appraised", "published", "corrected", "entered", "added"] as const;
export type DoneWord = (typeof doneWords)[number];

/** True for a word of `service:office` that says what was done. */
export const isDoneWord = (word: string | undefined): word is DoneWord => doneWords.some((one) => one === word);
