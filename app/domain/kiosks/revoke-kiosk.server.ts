import { and, eq, isNull } from "drizzle-orm";
import { kiosks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { findKiosk } from "./list-kiosks.server.ts";

/** Takes a kiosk out of use for good: its device and its set-up code open nothing any more. Answers it sent stay. */
export async function revokeKiosk(db: Db, by: Official, id: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const kiosk = await findKiosk(tx, by, id);
    if (!kiosk) return refuse("kiosk.not_found");

    const [revoked] = await tx
      .update(kiosks)
      .set({ revokedAt: now, codeHash: null, codeExpiresAt: null, tokenHash: null })
      .where(and(eq(kiosks.id, id), isNull(kiosks.revokedAt)))
      .returning({ id: kiosks.id });
    if (!revoked) return refuse("kiosk.revoked");

    await recordEvent(tx, by, { act: "kiosk.revoked", subject: "round", subjectId: kiosk.roundId, data: { kiosk: id } }, now);
    return done({ id });
  });
}
