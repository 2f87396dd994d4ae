/** A batch of paper sheets: being typed in, put into its round, or thrown away before that. */
export const batchStates = ["keying", "committed", "discarded"] as const;
export type BatchState = (typeof batchStates)[number];

/** The first typing, or the second by somebody else. */
export const keyings = [1, 2] as const;
export type Keying = (typeof keyings)[number];

export const sheetsPerBatch = 500;
/** A pile nobody put into its round is thrown away so many days after the round's last day, or when the round closes. */
export const leftBatchDays = 30;
export const rowsPerPage = 10;
export const cellMaxLength = 2000;
