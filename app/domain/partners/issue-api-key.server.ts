import { apiKeys } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, daysBetween } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { hashOfCode, hintOf, newApiKey } from "./api-key-code.server.ts";
import type { ApiKeyWish } from "./schemas.ts";
import { longestKeyDays } from "./vocabulary.ts";

/** True for who looks after the accounts of the whole portal: other systems' keys are accounts too. */
export const mayManageKeys = (by: Official): boolean => by.scopes["people.manage"] === "all";

/** Gives a partner a key. It is in the answer and nowhere else: the table keeps its hash only. */
export async function issueApiKey(db: Db, by: Official, wish: ApiKeyWish, now = new Date()) {
  if (!mayManageKeys(by)) return refuse("api_key.not_yours");
  const days = daysBetween(civilDay(now), wish.validUntil);
  if (days < 0) return refuse("api_key.ends_in_the_past");
  if (days > longestKeyDays) return refuse("api_key.too_long_valid", { most: longestKeyDays });

  const key = newApiKey();
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(apiKeys)
      .values({ ...wish, keyHash: hashOfCode(key), hint: hintOf(key), issuedById: by.id, createdAt: now })
      .returning({ id: apiKeys.id });
    if (!made) throw new Error("The key was not stored");
    const { scope, validUntil, hourlyLimit, partner } = wish;
    await recordEvent(
      tx,
      by,
      { act: "api_key.issued", subject: "api_key", subjectId: made.id, data: { partner, scope, validUntil, hourlyLimit } },
      now,
    );
    return done({ id: made.id, key });
  });
}
