import type { Db } from "#db/schema/handle.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";

/**
 * Tells of texts that everybody will read whether one names or reaches a person; the authorities' own contacts do not count. Asked
 * where a text is written, so that who wrote it can write it anew: the gateway to the public asks again.
 */
export async function personalDataCheck(db: Db): Promise<(...texts: readonly string[]) => boolean> {
  const allowed = await listOwnContacts(db);
  return (...texts) => findPersonalData(texts.join("\n"), { allowed }).length > 0;
}
