import { isNotNull } from "drizzle-orm";
import { intakeChannels } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/**
 * The hotlines, mailboxes and addresses that authorities take feedback by: public by law (Decree 20/2008/NĐ-CP,
 * articles 10 and 13), so never personal data, whoever writes them. As entered, for `findPersonalData(…, { allowed })`.
 */
export async function listOwnContacts(db: Db): Promise<string[]> {
  const rows = await db.select({ value: intakeChannels.value }).from(intakeChannels).where(isNotNull(intakeChannels.value));
  return rows.flatMap(({ value }) => (value === null ? [] : [value]));
}
