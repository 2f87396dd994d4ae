import { mayIn, type Official } from "../people/official.ts";
import { permissionsOf } from "../people/permissions.ts";

/**
 * True for who writes and finishes versions of a questionnaire: of one that a unit made, who manages its surveys; of the whole
 * portal's (`owner` null), as those it comes with are, who manages surveys everywhere. Rounds of others show its words.
 */
export const mayWriteQuestionnaire = (by: Official, owner: string | null): boolean =>
  owner === null ? by.scopes["surveys.manage"] === "all" : mayIn(by, "surveys.manage", owner);

/** Whose a questionnaire becomes that this official begins: the unit on which they manage surveys (the first of several), or the whole portal's. */
export function ownerFor(by: Official): string | null {
  if (by.scopes["surveys.manage"] === "all") return null;
  return by.grants.find(({ role, unitId }) => unitId !== null && permissionsOf[role].includes("surveys.manage"))?.unitId ?? null;
}
