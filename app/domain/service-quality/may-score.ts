import { mayIn, type Official } from "../people/official.ts";
import type { UnitKind } from "../units/vocabulary.ts";

/** Who has one of these for a unit has to do with its score sheets. */
const sheetPermissions = ["scores.enter", "scores.appraise", "scores.import", "reports.read"] as const;

/** True for who has to do with score sheets at all, or reads reports. */
export const mayOpenRoom = (by: Official): boolean => sheetPermissions.some((permission) => mayIn(by, permission));

/** True for who fills in, appraises or reads the sheets of a unit. */
export const maySeeScores = (by: Official, unitId: string): boolean => sheetPermissions.some((permission) => mayIn(by, permission, unitId));

/** Ids of the units whose sheets an official fills in, appraises or reads; null for all there are. */
export function unitsSeen(by: Official): string[] | null {
  const scopes = sheetPermissions.map((permission) => by.scopes[permission] ?? []);
  return scopes.includes("all") ? null : [...new Set(scopes.flatMap((scope) => (scope === "all" ? [] : scope)))];
}

/** Kinds of units that handle or receive dossiers and are scored. */
export const scoredKinds: readonly UnitKind[] = ["mot-cua", "phong", "van-phong", "trung-tam", "ubnd-cap-xa"];
