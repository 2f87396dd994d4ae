/** A batch of paper sheets: being typed in, put into its round, or thrown away before that. */
export const batchStates = ["keying", "committed", "discarded"] as const;
export type BatchState = (typeof batchStates)[number];

/** The first typing, or the second by somebody else. */
export const keyings = [1, 2] as const;
export type Keying = (typeof keyings)[number];

/** Stands for the column of invitations' codes among the codes of a row; no question has such a code. */
export const invitationCell = "@code";
/** As a code is typed, with whatever between its characters. */
export const typedCodeMaxLength = 40;

/** Why a code of an invitation lets no sheet in: the keys of sentences. */
const codeProblems = ["code_unknown", "code_other_round", "code_used", "code_cancelled", "code_expired", "code_twice"] as const;
export type CodeProblem = (typeof codeProblems)[number];
export const isCodeProblem = (key: string): key is CodeProblem => codeProblems.some((one) => one === key);

/** A cell, or a whole row (`code` null), that cannot go into the round; `key` is the key of a sentence. */
export type WrongCell = { place: number; code: string | null; key: string };

export const sheetsPerBatch = 500;
/** A pile nobody put into its round is thrown away so many days after the round's last day, or when the round closes. */
export const leftBatchDays = 30;
export const rowsPerPage = 10;
export const cellMaxLength = 2000;
