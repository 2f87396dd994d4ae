import type { Official } from "../people/official.ts";
import type { Permission } from "../people/vocabulary.ts";

/** Any of these makes somebody who works on cases; who holds none only looks on (auditors, domain.md 7.5: “R masked”). */
const working: readonly Permission[] = [
  "cases.classify",
  "cases.assign",
  "cases.transfer",
  "cases.handle",
  "cases.bounce",
  "cases.approve",
  "cases.publish",
  "confidential.hand_over",
];

/** True for who works on cases somewhere, and may therefore leave notes for colleagues. */
export const takesPart = (by: Official): boolean => working.some((permission) => by.may.includes(permission));
