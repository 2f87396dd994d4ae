import { diffWords } from "../publishing/word-diff.ts";

/** A mark that stands for what was left out, such as “[…]” or “[số điện thoại]”. */
const mark = /\[[^[\]\n]{1,40}\]/g;

/**
 * True where a public text only leaves words out of what was written, or puts marks in square brackets in their place:
 * nobody is made to say what they did not say. Capital letters and signs may change.
 */
export function onlyLeavesOut(original: string, text: string): boolean {
  return diffWords(original.toLowerCase(), text.toLowerCase()).every(
    ({ kind, text: part }) => kind !== "come" || !/[\p{L}\p{N}]/u.test(part.replaceAll(mark, "")),
  );
}

/** True where words of the original are missing. */
export const isShortened = (original: string, text: string): boolean =>
  diffWords(original.toLowerCase(), text.toLowerCase()).some(({ kind, text: part }) => kind === "gone" && /[\p{L}\p{N}]/u.test(part));
