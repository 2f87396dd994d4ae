import { fieldSentence } from "../sentences.ts";
import type { Text } from "./clock-words.ts";

/** Sentences for the keys a schema gave one field; none when nothing is wrong. */
export const errorWords = (t: Text, keys: readonly string[] | null | undefined): string[] => [
  ...new Set((keys ?? []).map((key) => fieldSentence(t, key))),
];
