import type { Keys } from "../keys.ts";

/** The longest a form is open and still measured: a day. */
const longest = 86_400;

const seal = (keys: Keys, round: string, at: string) => keys.fingerprint("survey form start", `${round}\n${at}`).slice(0, 24);

/** When a form was first shown, signed, to travel in the form itself: nothing about it is kept here. */
export function markStart(keys: Keys, round: string, now: Date): string {
  const at = Math.floor(now.getTime() / 1000).toString(36);
  return `${at}.${seal(keys, round, at)}`;
}

/** Whole seconds since a form with this mark was first shown; null for a mark that is missing, older than a day or not ours. */
export function secondsSince(keys: Keys, round: string, mark: string | null | undefined, now: Date): number | null {
  const [at = "", seen = ""] = (mark ?? "").split(".");
  if (!/^[0-9a-z]{1,8}$/.test(at) || seal(keys, round, at) !== seen) return null;
  const seconds = Math.floor(now.getTime() / 1000) - Number.parseInt(at, 36);
  return seconds >= 0 && seconds <= longest ? seconds : null;
}
