/**
 * The revision a form was made from. What no form of ours sends (a fraction, a number no column holds) is no revision:
 * `none`, which no row has, so that the act tells to load the page again.
 */
export const readRevision = (typed: FormDataEntryValue | null | undefined, none: 0 | -1 = 0): number =>
  typeof typed === "string" && /^\d{1,9}$/.test(typed) ? Number(typed) : none;
