import type { Db } from "#db/schema/handle.ts";
import { countProfiles } from "./count-profiles.server.ts";
import { countSheets } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";

/** What the figures rest on, the same bytes for the same sheets: counts sorted by unit, procedure and mode, and by profile. */
export async function freeze(db: Db, round: Round, sheets: number) {
  const counts = await countSheets(db, round.id, round.layout);
  const profiles = await countProfiles(db, round.id, round.layout);
  return { questionnaire: round.questionnaire, variant: round.variant, sheets, counts, profiles };
}
