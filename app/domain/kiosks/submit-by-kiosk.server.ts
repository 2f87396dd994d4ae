import { and, eq, isNull, lt, or } from "drizzle-orm";
import { kiosks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { type Submission, submitOnTurn } from "../surveys/index.server.ts";
import { findKioskByToken } from "./find-kiosk-by-token.server.ts";
import { kioskLimit } from "./vocabulary.ts";

/**
 * Stores a sheet that was filled in at a kiosk. Unit and procedure are the kiosk's, whatever the sheet says; a retry with
 * the same key is answered again and stores nothing, however long the line was down (within the week that keys are kept).
 * @param limited false sets no limit (load tests)
 */
export async function submitByKiosk(
  db: Db,
  keys: Keys,
  token: string,
  submission: Omit<Submission, "mode">,
  { limited = true }: { limited?: boolean } = {},
  now = new Date(),
) {
  const kiosk = await findKioskByToken(db, token);
  if (!kiosk) return refuse("kiosk.unknown");
  if (kiosk.round !== submission.round) return refuse("kiosk.other_round");
  const given = typeof submission.sheet === "object" && submission.sheet !== null ? submission.sheet : {};
  const sheet = { ...given, unit: kiosk.unit, procedure: kiosk.procedure, slip: null };
  const turn = limited ? { limit: kioskLimit, key: kiosk.id } : null;
  const sent = await submitOnTurn(db, keys, { ...submission, sheet, mode: "kiosk" }, turn, now);
  if (!sent.ok || sent.value.repeated) return sent;

  const today = civilDay(now);
  if (kiosk.lastUsedOn !== today) {
    await db
      .update(kiosks)
      .set({ lastUsedOn: today })
      .where(and(eq(kiosks.id, kiosk.id), or(isNull(kiosks.lastUsedOn), lt(kiosks.lastUsedOn, today))));
  }
  return sent;
}
