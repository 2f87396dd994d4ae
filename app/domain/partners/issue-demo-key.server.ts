import { apiKeys } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { hashOfCode, hintOf } from "./api-key-code.server.ts";
import { demoApiKey, longestKeyDays, usualHourlyLimit } from "./vocabulary.ts";

/** The documented key of the demo world; the database refuses it in every other one. */
export async function issueDemoKey(tx: Db, partner: string, now: Date): Promise<void> {
  const validUntil = plusDays(civilDay(now), longestKeyDays);
  const values = { partner, scope: "open311_send" as const, hourlyLimit: usualHourlyLimit, validUntil };
  const [made] = await tx
    .insert(apiKeys)
    .values({ ...values, keyHash: hashOfCode(demoApiKey), hint: hintOf(demoApiKey), demo: true, createdAt: now })
    .returning({ id: apiKeys.id });
  if (!made) throw new Error("The demo key was not stored");
  await recordEvent(tx, "portal", { act: "api_key.issued", subject: "api_key", subjectId: made.id, data: { ...values, demo: true } }, now);
}
