const doneWords = [
  "read",
  "tagged",
  "untagged",
  "setAside",
  "proposed",
  "approved",
  "returned",
  "hidden",
  "shown",
  "withdrawn",
  "tagMade",
  "tagRetired",
] as const;

/** What was just done, as the address of the page says it. */
export type DoneWord = (typeof doneWords)[number];
export const isDoneWord = (word: string | undefined): word is DoneWord => doneWords.some((one) => one === word);
