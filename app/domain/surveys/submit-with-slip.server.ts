import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Submission } from "./read-submissions.server.ts";
import { submitSheet } from "./submit-sheet.server.ts";
import { mayTrySlip, noteSlipMiss } from "./try-slip.server.ts";

/**
 * Stores a sheet that names a slip: one answer a slip, however often it is sent, so only codes that no slip has are
 * counted and, too many, refused (`request.too_many`).
 * @param slip the code it names
 * @param client the visitor's fingerprint of the day; null sets no limit
 */
export async function submitWithSlip(db: Db, keys: Keys, submission: Submission, slip: string, client: string | null, now = new Date()) {
  // Without one it would be stored as a sheet of the open link, which is counted elsewhere.
  if (slip === "") return refuse("survey.slip_unknown");
  const refused = await mayTrySlip(db, client);
  if (refused) return refused;
  const sent = await submitSheet(db, keys, submission, now);
  if (!sent.ok && sent.code === "survey.slip_unknown") await noteSlipMiss(db, client, slip);
  return sent;
}
