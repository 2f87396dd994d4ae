import { eq } from "drizzle-orm";
import { rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { takeBackExtension } from "./decide-extension.server.ts";
import { findRound } from "./find-round.server.ts";
import { foldAllSheets } from "./fold-sheets.server.ts";
import { hashSheets, hashVersion } from "./hash-sheets.server.ts";
import { moveRound } from "./move-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/**
 * Closing is final: answers sent after it are refused. The round's row is locked first, so a sheet on its way is either
 * in or refused; then all sheets are hashed. A later last day that nobody has decided on is taken back.
 * From here on they are checked, and nothing of them is shown until a leader
 * approved what was computed (domain.md 7.4: data is frozen from “Đóng”).
 */
export async function closeRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    if (!(await moveRound(tx, round, ["open"], "to_check", { returnReason: null }))) return refuse("survey.not_open");

    await takeBackExtension(tx, by, round.id, now);
    await foldAllSheets(tx, round.id);
    const raw = await hashSheets(tx, round.id);
    await tx.update(rounds).set({ closedAt: now, closedSheets: raw.n, closedSha256: raw.sha256, hashVersion }).where(eq(rounds.id, round.id));

    await recordEvent(
      tx,
      by,
      { act: "round.closed", subject: "round", subjectId: round.id, data: { sheets: raw.n, rawSha256: raw.sha256, hashVersion } },
      now,
    );
    await publishRoundCopy(tx, by, round, "closed", now);
    return done({ slug: round.slug, sheets: raw.n, rawSha256: raw.sha256 });
  });
}
