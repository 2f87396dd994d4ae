/** The rows' boxes belong to this form. */
export const bulkFormId = "f-nhieu";

/** The choice that leaves the unit of each case to the routing rules. */
export const bySuggestion = "goi-y";

/** What a row's box sends: the case and the revision in sight. */
export const chosenValue = ({ code, revision }: { code: string; revision: number }): string => `${code}:${revision}`;
