import { mayIn, type Official } from "../people/official.ts";
import type { UnitKind } from "../units/vocabulary.ts";

/** True for who has to do with score sheets at all, or reads reports. */
export const mayOpenRoom = (by: Official): boolean =>
  mayIn(by, "scores.enter") || mayIn(by, "scores.appraise") || mayIn(by, "scores.import") || mayIn(by, "reports.read");

/** True for who fills in, appraises or reads the sheets of a unit. */
export const maySeeScores = (by: Official, unitId: string): boolean =>
  mayIn(by, "scores.enter", unitId) ||
  mayIn(by, "scores.appraise", unitId) ||
  mayIn(by, "scores.import", unitId) ||
  mayIn(by, "reports.read", unitId);

/** Kinds of units that handle or receive dossiers and are scored. */
export const scoredKinds: readonly UnitKind[] = ["mot-cua", "phong", "van-phong", "trung-tam", "ubnd-cap-xa"];
