/**
 * What officials did with an open answer of a survey. An answer nobody has touched has no row: it is `new`. A published one
 * may be hidden and shown again; one taken back, or not approved, is `read` again with the reason.
 */
export const remarkStates = ["read", "proposed", "published", "hidden", "set_aside"] as const;
export type RemarkState = (typeof remarkStates)[number];

/** The states an official can look for. */
export const remarkStandings = ["new", ...remarkStates] as const;
export type RemarkStanding = (typeof remarkStandings)[number];

/** Standings that say what is, or may soon be, public: an approver sees these and no other answers. */
export const proposedStandings = ["proposed", "published", "hidden"] as const satisfies readonly RemarkStanding[];

/** Why an answer will not be published. */
export const setAsideReasons = ["says_nothing", "names_somebody", "insulting", "belongs_elsewhere"] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** Fewer open answers to a question than this about one unit, and none of them is published: it could be pinned on somebody. */
export const remarksLeast = 5;
/** Fewer answers with a tag than this are not counted before the public. */
export const tagCountLeast = 5;

/** Answers kept so long after their round ended; told at /quyen-rieng-tu. What was published stays. */
export const remarkTermMonths = 24;

export const remarkMaxLength = 1000;
export const remarkReasonMinLength = 10;
export const remarkReasonMaxLength = 300;
export const tagNameMaxLength = 60;
/** Tags of its own that an authority may have at a time. */
export const ownTagsMost = 60;
/** Answers of one page, and of one act on several. */
export const remarksPerPage = 30;

/** Tags of an authority's own begin with this; no code of a questionnaire does. */
export const ownTagMark = "~";
