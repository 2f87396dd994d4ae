import { and, eq, gt, isNull } from "drizzle-orm";
import { kiosks, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { takeTurn } from "../rate-limit.server.ts";
import { drawToken, hashSetUpCode, hashToken } from "./kiosk-secrets.server.ts";
import { setUpLimit } from "./vocabulary.ts";

/**
 * Makes a device the kiosk whose code was typed on it, and gives the token it keeps. A code works once; a device set up
 * before with another code of the same kiosk is one no longer.
 * @param client the visitor's fingerprint of the day; null sets no limit
 */
export async function setUpKiosk(db: Db, typed: string, client: string | null, now = new Date()) {
  const wait = client ? await takeTurn(db, setUpLimit, client) : 0;
  if (wait > 0) return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
  const codeHash = hashSetUpCode(typed);
  if (!codeHash) return refuse("kiosk.code_unknown");

  return inOneAct(db, async (tx) => {
    const token = drawToken();
    const [kiosk] = await tx
      .update(kiosks)
      .set({ codeHash: null, codeExpiresAt: null, tokenHash: hashToken(token), setUpAt: now })
      .where(and(eq(kiosks.codeHash, codeHash), gt(kiosks.codeExpiresAt, now), isNull(kiosks.revokedAt)))
      .returning({ id: kiosks.id, roundId: kiosks.roundId });
    if (!kiosk) return refuse("kiosk.code_unknown");

    const [round] = await tx.select({ slug: rounds.slug }).from(rounds).where(eq(rounds.id, kiosk.roundId));
    await recordEvent(tx, "portal", { act: "kiosk.set_up", subject: "round", subjectId: kiosk.roundId, data: { kiosk: kiosk.id } }, now);
    return done({ token, round: round?.slug ?? "" });
  });
}
