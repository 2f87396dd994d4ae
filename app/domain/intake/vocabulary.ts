/** What a column of a list may be. `number`: the case's number where it came from. */
export const importTargets = [
  "number",
  "receivedAt",
  "subject",
  "body",
  "kind",
  "field",
  "place",
  "name",
  "phone",
  "email",
  "address",
  "unit",
] as const;
export type ImportTarget = (typeof importTargets)[number];

/** `draft`: read, not yet imported. `running`: ordered; jobs make its rows into cases. */
export const importStates = ["draft", "running", "done"] as const;

/** Why a row makes no case, beside what the schema of a case says of its fields. */
export const rowProblems = ["unknown_kind", "not_a_moment", "received_in_future", "received_too_long_ago", "number_twice"] as const;
export type RowProblem = (typeof rowProblems)[number];

export const importMaxBytes = 5 * 1024 * 1024;
export const importMaxRows = 2000;
export const importMaxColumns = 60;
export const previewRows = 20;
/** What was read from a file is kept sealed until it is imported, and the wrong rows until they are taken; at most so long. */
export const importKeptHours = 24;
export const sourceMaxLength = 80;

/** How two cases belong together. */
export const linkKinds = ["duplicate", "related"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Why a case may repeat another. */
export type LikenessReason = "same_number" | "same_contact" | "same_text" | "same_place";
