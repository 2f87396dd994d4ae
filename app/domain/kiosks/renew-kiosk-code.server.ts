import { and, eq, isNull } from "drizzle-orm";
import { kiosks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { drawSetUpCode, hashSetUpCode } from "./kiosk-secrets.server.ts";
import { findKiosk } from "./list-kiosks.server.ts";
import { setUpHours } from "./vocabulary.ts";

/** A new set-up code for a kiosk. The device in use goes on until another one is set up with the code. */
export async function renewKioskCode(db: Db, by: Official, id: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const kiosk = await findKiosk(tx, by, id);
    if (!kiosk) return refuse("kiosk.not_found");

    const code = drawSetUpCode();
    const [renewed] = await tx
      .update(kiosks)
      .set({ codeHash: hashSetUpCode(code) ?? null, codeExpiresAt: new Date(now.getTime() + setUpHours * 3_600_000) })
      .where(and(eq(kiosks.id, id), isNull(kiosks.revokedAt)))
      .returning({ id: kiosks.id });
    if (!renewed) return refuse("kiosk.revoked");

    await recordEvent(tx, by, { act: "kiosk.code_renewed", subject: "round", subjectId: kiosk.roundId, data: { kiosk: id } }, now);
    return done({ id, code, round: kiosk.round });
  });
}
